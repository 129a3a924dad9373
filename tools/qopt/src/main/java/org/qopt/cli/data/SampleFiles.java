package org.qopt.cli.data;

import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.qopt.cli.CliIo;
import org.qopt.cli.model.ProgramInput;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.parser.array.ArrayFile;
import org.qopt.parser.array.SampleSource;
import org.qopt.parser.io.FileFaults;

/** Finds the data for the inputs of a program in the files that the user names. */
public final class SampleFiles {
  private final CliIo io;
  private final List<ProgramInput> inputs;
  private final List<ArrayFile> opened = new ArrayList<>();

  /** An array and what its file is called in messages. */
  private record Found(String file, SampleSource source) {}

  private SampleFiles(CliIo io, List<ProgramInput> inputs) {
    this.io = io;
    this.inputs = inputs;
  }

  /**
   * {@return the samples of all files, one file after the other}
   *
   * @param names files, or folders whose {@code .npy} and {@code .npz} files are taken by name
   * @throws InvalidInputException if a file cannot be read or does not fit the inputs
   */
  public static Samples all(CliIo io, List<ProgramInput> inputs, List<String> names) {
    SampleFiles files = new SampleFiles(io, inputs);
    try {
      List<List<InputData>> parts = new ArrayList<>();
      for (String name : names) {
        for (String file : files.expand(name)) {
          parts.add(files.part(file, files.arrays(file)));
        }
      }
      return new Samples(files.opened, parts);
    } catch (RuntimeException e) {
      files.opened.forEach(ArrayFile::close);
      throw e;
    }
  }

  /**
   * {@return the samples of one file for all inputs, or of one file for each}
   *
   * @param specs {@code FILE} or {@code NAME=FILE}
   * @throws InvalidInputException if a file cannot be read or does not fit the inputs
   */
  public static Samples perInput(CliIo io, List<ProgramInput> inputs, List<String> specs) {
    SampleFiles files = new SampleFiles(io, inputs);
    try {
      Map<String, Found> found = new TreeMap<>();
      for (String spec : specs) {
        files.addNamed(spec, found);
      }
      String last = files.opened.getLast().file();
      return new Samples(files.opened, List.of(files.part(last, found)));
    } catch (RuntimeException e) {
      files.opened.forEach(ArrayFile::close);
      throw e;
    }
  }

  private void addNamed(String spec, Map<String, Found> found) {
    int equals = spec.indexOf('=');
    boolean named =
        equals > 0
            && inputs.stream().anyMatch(input -> input.name().equals(spec.substring(0, equals)));
    if (!named) {
      found.putAll(arrays(spec));
      return;
    }
    ArrayFile file = open(spec.substring(equals + 1));
    if (file.arrays().size() != 1) {
      throw FileFaults.invalid(
          file.file(), "expected one array, but got " + file.arrays().keySet());
    }
    SampleSource source = file.arrays().values().iterator().next();
    found.put(spec.substring(0, equals), new Found(file.file(), source));
  }

  private List<String> expand(String name) {
    Path path = io.resolve(name);
    if (!Files.isDirectory(path)) {
      return List.of(name);
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<String> found =
          entries
              .map(entry -> Path.of(name).resolve(entry.getFileName()).toString())
              .filter(entry -> entry.endsWith(".npy") || entry.endsWith(".npz"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw FileFaults.invalid(name, "the folder holds no .npy or .npz file");
      }
      return found;
    } catch (IOException e) {
      throw FileFaults.reading(name, e);
    }
  }

  private ArrayFile open(String name) {
    ArrayFile file = ArrayFile.open(io.resolve(name), name);
    opened.add(file);
    return file;
  }

  private Map<String, Found> arrays(String name) {
    ArrayFile file = open(name);
    return Maps.transformValues(file.arrays(), source -> new Found(name, source));
  }

  private List<InputData> part(String file, Map<String, Found> found) {
    List<InputData> data = new ArrayList<>();
    for (ProgramInput input : inputs) {
      Found one = find(file, input, found);
      data.add(InputData.of(one.file(), input, one.source()));
    }
    for (InputData one : data) {
      InputData first = data.getFirst();
      if (one.runs() != first.runs()) {
        throw FileFaults.invalid(
            one.file(),
            "input \"%s\" has %d samples, but input \"%s\" has %d"
                .formatted(
                    first.input().name(),
                    first.source().samples(),
                    one.input().name(),
                    one.source().samples()));
      }
    }
    if (data.isEmpty() || data.getFirst().runs() == 0) {
      throw FileFaults.invalid(file, data.isEmpty() ? "the program has no inputs" : "no samples");
    }
    return data;
  }

  private Found find(String file, ProgramInput input, Map<String, Found> found) {
    Found named = found.get(input.name());
    if (named != null) {
      return named;
    }
    Found nameless = found.get("");
    if (nameless != null && inputs.size() == 1) {
      return nameless;
    }
    throw FileFaults.invalid(
        file,
        nameless == null
            ? "no array for input \"%s\"; there is %s".formatted(input.name(), found.keySet())
            : "the program has %d inputs: give an .npz with an entry for each, or NAME=FILE"
                .formatted(inputs.size()));
  }
}
