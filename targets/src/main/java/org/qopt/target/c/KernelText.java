package org.qopt.target.c;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of the kernels that a program needs: each once, behind those that it uses. */
final class KernelText {
  private static final Pattern OTHER = Pattern.compile("#include \"(.+)\\.c\"(?: // (\\w+)=(.+))?");
  private static final Pattern SYSTEM = Pattern.compile("#include <.+>");

  private final SortedSet<String> headers = new TreeSet<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<CKernel> known = new LinkedHashSet<>();

  /** Adds a kernel and what it uses. */
  void add(CKernel kernel) {
    if (!known.add(kernel)) {
      return;
    }
    StringBuilder own = new StringBuilder();
    for (String line : file(kernel).lines().toList()) {
      Matcher other = OTHER.matcher(line);
      if (other.matches()) {
        add(used(kernel, other));
      } else if (SYSTEM.matcher(line).matches()) {
        headers.add(line);
      } else {
        own.append(kernel.fill(line)).append('\n');
      }
    }
    if (!own.toString().isBlank()) {
      texts.add(own.toString().strip() + "\n");
    }
  }

  /** The kernel that an include names, with a parameter changed if a comment behind it says so. */
  private static CKernel used(CKernel user, Matcher include) {
    Map<String, String> parameters = new TreeMap<>(user.parameters());
    if (include.group(2) != null) {
      parameters.put(include.group(2), user.fill(include.group(3)));
    }
    return new CKernel(user.room(), include.group(1), ImmutableMap.copyOf(parameters));
  }

  /** Includes a header of the standard library. */
  void include(String header) {
    headers.add("#include " + header);
  }

  /** {@return the lines that include what the kernels use of the standard library} */
  SortedSet<String> headers() {
    return headers;
  }

  /** {@return the kernels} */
  Set<String> texts() {
    return texts;
  }

  private static String file(CKernel kernel) {
    // A template carries its parameters in its name; a special case has a name without.
    for (Class<?> room : List.of(kernel.room(), CKernel.class)) {
      for (String name : List.of(kernel.name(), kernel.function())) {
        try (InputStream in = room.getResourceAsStream("kernels/" + name + ".c")) {
          if (in != null) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    throw new IllegalStateException("there is no kernel " + kernel.name());
  }
}
