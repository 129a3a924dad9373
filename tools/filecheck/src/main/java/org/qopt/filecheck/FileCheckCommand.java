package org.qopt.filecheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program {@code filecheck}, callable in process: it touches nothing but what it is given. */
public final class FileCheckCommand {
  private static final String STANDARD_INPUT = "-";

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Path directory;
  private final Map<String, String> environment;

  private FileCheckCommand(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Path directory,
      Map<String, String> environment) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.directory = directory;
    this.environment = environment;
  }

  /**
   * Runs the program.
   *
   * @param arguments the arguments, without the program's name
   * @param in standard input
   * @param out standard output, for help only
   * @param err standard error
   * @param directory what relative paths are relative to
   * @param environment the environment; only {@code FILECHECK_OPTS} is read
   * @return the exit status: 0, 1 if a check failed or a flag is unknown, 2 if a file cannot be
   *     used
   */
  public static int run(
      List<String> arguments,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Path directory,
      Map<String, String> environment) {
    return new FileCheckCommand(in, out, err, directory, environment).run(arguments);
  }

  private int run(List<String> arguments) {
    List<String> all = new ArrayList<>();
    environment.getOrDefault("FILECHECK_OPTS", "").lines().forEach(line -> split(line, all));
    all.addAll(arguments);
    try {
      return run(ArgumentParser.parse(all), all);
    } catch (CommandLine.UsageException e) {
      (e.exitStatus() == FileCheckResult.PASSED ? out : err).println(e.getMessage());
      return e.exitStatus();
    } catch (UnreadableException e) {
      err.println(e.getMessage());
      return FileCheckResult.USAGE_ERROR;
    }
  }

  private int run(CommandLine call, List<String> arguments) throws UnreadableException {
    SourceText checks = read("check", call.checkFile(), call.checkFile());
    boolean standardInput = call.inputFile().equals(STANDARD_INPUT);
    // Bad flags and check files are reported although the input cannot be read.
    SourceText input =
        read("input", call.inputFile(), standardInput ? "<stdin>" : call.inputFile());
    boolean mayDump = call.dump().when() != CommandLine.DumpOptions.When.NEVER;
    boolean dumpsAlways = call.dump().when() == CommandLine.DumpOptions.When.ALWAYS;
    FileCheckResult result = FileCheck.check(checks, input, call.options(), mayDump);
    boolean empty = input.length() == 0 && !call.options().allowEmpty();
    if (empty && result.annotations().input().isEmpty() && isEmptyInput(result)) {
      err.print("FileCheck error: '" + input.name() + "' is empty.\n");
      err.print("FileCheck command line:  filecheck " + String.join(" ", arguments) + "\n");
      return result.exitStatus();
    }
    print(result.rendered());
    if (result.annotations().input().isPresent() && (dumpsAlways || mayDump && !result.passed())) {
      print(new InputDump(call, checks.name(), result.annotations()).render());
    }
    return result.exitStatus();
  }

  private static boolean isEmptyInput(FileCheckResult result) {
    return result.diagnostics().getFirst().message().endsWith("' is empty.");
  }

  private void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    err.write(bytes, 0, bytes.length);
    err.flush();
  }

  private SourceText read(String kind, String path, String name) throws UnreadableException {
    try {
      byte[] bytes =
          path.equals(STANDARD_INPUT)
              ? in.readAllBytes()
              : Files.readAllBytes(directory.resolve(path));
      return SourceText.bytes(path.equals(STANDARD_INPUT) ? "<stdin>" : name, bytes);
    } catch (IOException | InvalidPathException e) {
      throw new UnreadableException(
          "Could not open " + kind + " file '" + path + "': " + reason(e, directory.resolve(path)));
    }
  }

  private static String reason(Exception e, Path path) {
    if (e instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    return Files.isDirectory(path) ? "Is a directory" : e.getMessage();
  }

  private static void split(String text, List<String> into) {
    for (String word : text.trim().split("\\s+")) {
      if (!word.isEmpty()) {
        into.add(word);
      }
    }
  }

  /** A file that cannot be read. */
  private static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message, null, false, false);
    }
  }
}
