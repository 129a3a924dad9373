package org.qopt.filecheck.peer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.filecheck.FileCheckCommand;
import org.qopt.filecheck.OursAlone;

/** What a run of either program left: exit status, standard output, standard error. */
record PeerRun(int status, String out, String err) {
  private static final String CHECKS = "c.txt";
  private static final String NAME = "FileCheck-19";

  /** {@return LLVM's FileCheck 19, if it is installed} */
  static Optional<Path> peer() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path candidate = Path.of(folder, NAME);
      if (Files.isExecutable(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Runs LLVM's program on a case in {@code directory}. */
  static PeerRun ofPeer(Path program, PeerCase test, Path directory)
      throws IOException, InterruptedException {
    write(test, directory);
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments(test));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(directory.resolve("input").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("FILECHECK_OPTS");
    int status = builder.start().waitFor();
    return new PeerRun(status, read(out), read(err).replace(program.toString(), "filecheck"))
        .renamed(program.getFileName().toString());
  }

  /** Runs our program on a case in {@code directory}, in this process. */
  static PeerRun ofOurs(PeerCase test, Path directory) throws IOException {
    write(test, directory);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        FileCheckCommand.run(
            arguments(test),
            new ByteArrayInputStream(test.input().getBytes(StandardCharsets.ISO_8859_1)),
            print(out),
            print(err),
            directory,
            Map.of());
    return new PeerRun(
        status,
        out.toString(StandardCharsets.ISO_8859_1),
        OursAlone.remove(err.toString(StandardCharsets.ISO_8859_1)));
  }

  private PeerRun renamed(String program) {
    return new PeerRun(
        status, out.replace(program, "filecheck"), err.replace(program, "filecheck"));
  }

  private static PrintStream print(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.ISO_8859_1);
  }

  private static List<String> arguments(PeerCase test) {
    List<String> arguments = new ArrayList<>(List.of(CHECKS));
    arguments.addAll(test.flags());
    return arguments;
  }

  private static void write(PeerCase test, Path directory) throws IOException {
    Files.writeString(directory.resolve(CHECKS), test.checks(), StandardCharsets.ISO_8859_1);
    Files.writeString(directory.resolve("input"), test.input(), StandardCharsets.ISO_8859_1);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
