package org.qopt.parser.qir;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.print.ResourceBlobs;
import org.qopt.ir.print.Trailer;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;
import org.qopt.parser.safetensors.SafetensorsFile;

/** The elements that a program's trailer holds, or that are in the file that it names. */
final class TrailerResources implements Resources {
  private static final String BUILTIN = "builtin";
  // Before the elements stands, in four bytes, how they are to be aligned.
  private static final int ALIGNMENT_DIGITS = 8;

  private final SourceFile source;
  private final FileLocation at;
  private final Trailer trailer;
  private final Map<DenseElementsAttr, String> used = new IdentityHashMap<>();
  private Optional<SafetensorsFile> weights = Optional.empty();

  /** The resources of {@code trailer}, which stands at {@code at}. */
  TrailerResources(SourceFile source, FileLocation at, Trailer trailer) {
    this.source = source;
    this.at = at;
    this.trailer = trailer;
  }

  @Override
  public Optional<DenseElementsAttr> find(String key, TensorType type) {
    Optional<ElementKind> kind = ElementKind.of(type.elementType());
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> blob = trailer.find(Trailer.DIALECT_RESOURCES, BUILTIN, key);
    if (blob.isPresent()) {
      Tensor tensor = decode(key, blob.get(), type, kind.get());
      DenseElementsAttr constant = new DenseElementsAttr(type, tensor);
      used.put(constant, key);
      return Optional.of(constant);
    }
    return named().map(file -> new DenseElementsAttr(type, weight(file, key, type, kind.get())));
  }

  private Optional<Weights> named() {
    try {
      return Weights.in(trailer);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(DiagnosticKind.WEIGHTS, at, e.getMessage());
    }
  }

  /** {@return what is left of the trailer: all that has not become part of the program} */
  Trailer rest() {
    Map<String, String> blobs = new HashMap<>(trailer.group(Trailer.DIALECT_RESOURCES, BUILTIN));
    blobs.keySet().removeAll(usedKeys());
    return Weights.removedFrom(
        trailer.withGroup(Trailer.DIALECT_RESOURCES, BUILTIN, new TreeMap<>(blobs)));
  }

  /** {@return the constants that were found in the trailer itself} */
  ResourceBlobs used() {
    Map<String, String> blobs = new HashMap<>(trailer.group(Trailer.DIALECT_RESOURCES, BUILTIN));
    blobs.keySet().retainAll(usedKeys());
    return new ResourceBlobs(used, blobs);
  }

  // A map by identity compares its values by identity too.
  private Set<String> usedKeys() {
    return new HashSet<>(used.values());
  }

  private static Tensor decode(String key, String blob, TensorType type, ElementKind kind) {
    byte[] text = blob.getBytes(StandardCharsets.ISO_8859_1);
    Optional<byte[]> bytes =
        text.length < 2 ? Optional.empty() : HexElements.decode(text, 1, text.length - 1);
    if (bytes.isEmpty() || bytes.get().length < ALIGNMENT_DIGITS / 2) {
      throw new IllegalArgumentException(
          "expected resource '" + key + "' to be a string of hexadecimal bytes, \"0x...\"");
    }
    int begin = ALIGNMENT_DIGITS / 2;
    long found = bytes.get().length - begin;
    if (found != expectedBytes(key, type, kind)) {
      throw new IllegalArgumentException(
          "resource '%s' of %d bytes does not hold the elements of %s".formatted(key, found, type));
    }
    return Tensor.mapped(kind, type.shape(), MemorySegment.ofArray(bytes.get()).asSlice(begin));
  }

  private static long expectedBytes(String key, TensorType type, ElementKind kind) {
    try {
      return Math.multiplyExact(type.shape().elements(), kind.bytes());
    } catch (ArithmeticException _) {
      throw new IllegalArgumentException("resource '" + key + "' cannot hold " + type);
    }
  }

  private Tensor weight(Weights named, String key, TensorType type, ElementKind kind) {
    Tensor tensor =
        open(named)
            .tensor(key)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'" + named.file() + "' holds no tensor '" + key + "'"));
    if (tensor.kind() != kind || !tensor.shape().equals(type.shape())) {
      throw new IllegalArgumentException(
          "expected '%s' of '%s' to be %s, but found %s"
              .formatted(
                  key, named.file(), type, TensorType.of(tensor.shape(), tensor.kind().type())));
    }
    return tensor;
  }

  private SafetensorsFile open(Weights named) {
    if (weights.isEmpty()) {
      Path path = source.folder().resolve(fileName(named.file()));
      SafetensorsFile file;
      try {
        file = SafetensorsFile.open(path);
      } catch (InvalidInputException e) {
        throw new InvalidInputException(
            e.diagnostics().getFirst().withNote(at, "named here, as the file with the weights"));
      }
      if (named.headerHash().isEmpty()) {
        throw new InvalidInputException(
            DiagnosticKind.WEIGHTS,
            at,
            "expected 'weights_header_sha256' beside 'weights', by which '%s' is known"
                .formatted(path));
      }
      if (!file.headerHash().equals(named.headerHash())) {
        throw new InvalidInputException(
            DiagnosticKind.WEIGHTS,
            at,
            "'%s' is not the file that this program was written with: expected a header of SHA-256 %s, but found %s"
                .formatted(path, named.headerHash(), file.headerHash()));
      }
      weights = Optional.of(file);
    }
    return weights.get();
  }

  private Path fileName(String name) {
    try {
      Path path = Path.of(name);
      boolean isFolder = name.isEmpty() || name.equals(".") || name.equals("..");
      if (path.getNameCount() == 1 && !path.isAbsolute() && !isFolder) {
        return path;
      }
    } catch (InvalidPathException _) {
      // Reported as any other name that is none.
    }
    throw new InvalidInputException(
        DiagnosticKind.WEIGHTS,
        at,
        "expected the name of a file beside this one, but found " + Found.quoted(name));
  }
}
