package org.qopt.filecheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The program {@code filecheck}, callable in process: it touches nothing but what it is given. */
public final class FileCheckCommand {
  private static final String STANDARD_INPUT = "-";

  /** The size from which on it pays to read the input while the check file is parsed. */
  private static final int LARGE = 1 << 18;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Path directory;
  private final Map<String, String> environment;
  private final boolean colored;

  private FileCheckCommand(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Path directory,
      Map<String, String> environment,
      boolean colored) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.directory = directory;
    this.environment = environment;
    this.colored = colored;
  }

  /**
   * Runs the program.
   *
   * @param arguments the arguments, without the program's name
   * @param in standard input
   * @param out standard output, for help only
   * @param err standard error
   * @param directory what relative paths are relative to
   * @param environment the environment, of which {@code FILECHECK_OPTS}, {@code
   *     FILECHECK_STRICT_DIRECTIVES} and {@code FILECHECK_EXPLAIN} are read
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
    return run(arguments, in, out, err, directory, environment, false);
  }

  /** As the other, for a process: {@code terminal} says whether {@code err} shows colours. */
  static int run(
      List<String> arguments,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Path directory,
      Map<String, String> environment,
      boolean terminal) {
    return new FileCheckCommand(in, out, err, directory, environment, terminal).run(arguments);
  }

  private int run(List<String> arguments) {
    List<String> all =
        new ArrayList<>(CommandWords.split(environment.getOrDefault("FILECHECK_OPTS", "")));
    all.addAll(arguments);
    CommandLine.Defaults defaults =
        new CommandLine.Defaults(
            colored, isSet("FILECHECK_STRICT_DIRECTIVES"), isSet("FILECHECK_EXPLAIN"));
    try {
      return run(ArgumentParser.parse(all, defaults), arguments);
    } catch (CommandLine.UsageException e) {
      print(err, e.getMessage());
      print(out, e.help());
      return e.exitStatus();
    } catch (UnreadableException e) {
      print(err, e.getMessage() + "\n");
      return FileCheckResult.USAGE_ERROR;
    }
  }

  private boolean isSet(String variable) {
    String value = environment.getOrDefault(variable, "");
    return !value.isEmpty() && !value.equals("0");
  }

  private int run(CommandLine call, List<String> arguments) throws UnreadableException {
    PreparedCheck check;
    SourceText checks;
    boolean strict = call.options().strictWhitespace();
    FutureTask<SourceText> reading =
        new FutureTask<>(() -> text(call.inputFile(), readInput(call.inputFile()), strict));
    try {
      PrefixValidator.validate(call.options());
      byte[] bytes = read(call.checkFile(), "check file '" + call.checkFile() + "'");
      if (bytes.length >= LARGE) {
        Thread reader = new Thread(reading, "input");
        reader.setDaemon(true);
        reader.start();
      }
      checks = text(call.checkFile(), bytes, strict);
      check = PreparedCheck.of(checks, call.options());
    } catch (CheckSyntaxException e) {
      print(err, FileCheckResult.render(e.diagnostics(), call.colored()));
      return e.exitStatus();
    }
    SourceText input;
    try {
      input = await(reading);
    } catch (UnreadableException e) {
      print(err, FileCheckResult.render(check.warnings(), call.colored()));
      throw e;
    }
    if (input.length() == 0 && !call.options().allowEmpty()) {
      print(err, FileCheckResult.render(check.warnings(), call.colored()));
      print(err, "FileCheck error: '" + input.name() + "' is empty.\n");
      print(err, "FileCheck command line:  filecheck " + String.join(" ", arguments) + "\n");
      return FileCheckResult.USAGE_ERROR;
    }
    boolean mayDump = call.dump().when() != CommandLine.DumpOptions.When.NEVER;
    boolean dumpsAlways = call.dump().when() == CommandLine.DumpOptions.When.ALWAYS;
    FileCheckResult result = check.check(input, mayDump);
    print(err, result.rendered(call.colored()));
    if (dumpsAlways || mayDump && !result.passed()) {
      print(err, dump(call, checks.name(), check, result));
    }
    return result.exitStatus();
  }

  private static String dump(
      CommandLine call, String checkName, PreparedCheck check, FileCheckResult result) {
    return new InputDump(call, checkName, check.implicitTexts(), result.annotations()).render();
  }

  /** Takes what another thread reads, or reads it now. */
  private static SourceText await(FutureTask<SourceText> reading) throws UnreadableException {
    reading.run();
    try {
      return reading.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnreadableException unreadable) {
        throw unreadable;
      }
      throw new UnreadableException("Could not read input file: " + e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableException("Could not open input file: interrupted");
    }
  }

  private static void print(PrintStream to, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    to.write(bytes, 0, bytes.length);
    to.flush();
  }

  private static SourceText text(String path, byte[] bytes, boolean strict) {
    int length = Whitespace.compact(bytes, bytes.length, strict);
    return SourceText.wrap(shown(path), bytes, length);
  }

  private static String shown(String path) {
    return path.equals(STANDARD_INPUT) ? "<stdin>" : path;
  }

  private byte[] readInput(String path) throws UnreadableException {
    return read(path, "input file '" + shown(path) + "'");
  }

  private byte[] read(String path, String description) throws UnreadableException {
    try {
      return path.equals(STANDARD_INPUT) ? Bytes.readAll(in) : readFile(directory.resolve(path));
    } catch (IOException | InvalidPathException e) {
      throw new UnreadableException("Could not open " + description + ": " + reason(e, path));
    }
  }

  private static byte[] readFile(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.readAll(in);
    }
  }

  /** {@return what the operating system calls the problem} */
  private String reason(Exception e, String path) {
    if (e instanceof NoSuchFileException || e instanceof InvalidPathException || path.isEmpty()) {
      return "No such file or directory";
    }
    if (e instanceof AccessDeniedException) {
      return "Permission denied";
    }
    return Files.isDirectory(directory.resolve(path)) ? "Is a directory" : e.getMessage();
  }

  /** A file that cannot be read. */
  private static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message, null, false, false);
    }
  }
}
