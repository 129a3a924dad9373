package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/**
 * {@code diff [-u] [-U n] [-b] [-w] [-r] [-I regex] [--strip-trailing-cr] file file}; {@code -} is
 * standard input.
 */
final class Diff implements Command {
  private static final String STANDARD_INPUT = "-";

  @Override
  public int run(List<String> arguments, CommandIo io) {
    try {
      DiffOptions options = DiffOptions.parse(arguments);
      return new Comparison(options, io).run();
    } catch (DiffOptions.UsageException e) {
      io.err().println(e.getMessage());
    } catch (IOException e) {
      io.err().println("Error: 'diff' command failed, " + FileProblem.describe(e));
    }
    return 1;
  }

  /** One call of {@code diff}. */
  private record Comparison(DiffOptions options, CommandIo io) {
    int run() throws IOException, DiffOptions.UsageException {
      String left = options.operands().get(0);
      String right = options.operands().get(1);
      if (!options.recursive()) {
        return compareFiles(left, right) ? 0 : 1;
      }
      if (options.operands().contains(STANDARD_INPUT)) {
        throw new DiffOptions.UsageException("Error: cannot recursively compare '-'");
      }
      return compare(path(left), path(right)) ? 0 : 1;
    }

    private boolean compare(Path left, Path right) throws IOException {
      boolean leftFolder = Files.isDirectory(left);
      boolean rightFolder = Files.isDirectory(right);
      if (leftFolder && rightFolder) {
        return compareFolders(left, right);
      }
      if (!leftFolder && !rightFolder) {
        return compareFiles(left.toString(), right.toString());
      }
      Path file = leftFolder ? right : left;
      String regular = Files.size(file) > 0 ? "regular file" : "regular empty file";
      io.out()
          .printf(
              "File %s is a %s while file %s is a %s\n",
              left, leftFolder ? "directory" : regular, right, rightFolder ? "directory" : regular);
      return false;
    }

    private boolean compareFolders(Path left, Path right) throws IOException {
      Set<String> leftNames = names(left);
      Set<String> rightNames = names(right);
      Set<String> all = new TreeSet<>(leftNames);
      all.addAll(rightNames);
      boolean equal = true;
      for (String name : all) {
        if (!rightNames.contains(name)) {
          io.out().print("Only in " + left + ": " + name + "\n");
          equal = false;
        } else if (!leftNames.contains(name)) {
          io.out().print("Only in " + right + ": " + name + "\n");
          equal = false;
        } else {
          equal &= compare(left.resolve(name), right.resolve(name));
        }
      }
      return equal;
    }

    private static Set<String> names(Path folder) throws IOException {
      try (Stream<Path> entries = Files.list(folder)) {
        Set<String> names = new TreeSet<>();
        entries.forEach(entry -> names.add(entry.getFileName().toString()));
        return names;
      }
    }

    private boolean compareFiles(String left, String right) throws IOException {
      byte[] leftBytes = read(left);
      byte[] rightBytes = read(right);
      String difference;
      try {
        difference =
            options
                .format()
                .format(
                    new DiffFormat.Side(name(left), options.normalize(lines(leftBytes))),
                    new DiffFormat.Side(name(right), options.normalize(lines(rightBytes))));
      } catch (CharacterCodingException e) {
        difference =
            new DiffFormat(true, options.format().context())
                .format(
                    new DiffFormat.Side(name(left), binaryLines(leftBytes)),
                    new DiffFormat.Side(name(right), binaryLines(rightBytes)));
      }
      io.out().print(difference);
      return difference.isEmpty();
    }

    private Path path(String file) {
      return io.directory().resolve(file).normalize();
    }

    private String name(String file) {
      return file.equals(STANDARD_INPUT) ? file : path(file).toString();
    }

    private byte[] read(String file) throws IOException {
      return file.equals(STANDARD_INPUT) ? io.in().readAllBytes() : Files.readAllBytes(path(file));
    }

    private static List<String> lines(byte[] bytes) throws CharacterCodingException {
      return split(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    }

    /** {@return lines in which every byte that is no character is written as a number} */
    private static List<String> binaryLines(byte[] bytes) {
      StringBuilder text = new StringBuilder();
      for (byte b : bytes) {
        text.append(b >= 0 ? String.valueOf((char) b) : String.format("\\x%02x", b & 0xff));
      }
      return split(text.toString());
    }

    private static List<String> split(String text) {
      return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }
  }
}
