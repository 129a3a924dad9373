package org.qopt.cli.reduce;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.qopt.ir.Program;
import org.qopt.ir.print.PrintOptions;
import org.qopt.parser.io.FileFaults;
import org.qopt.parser.qir.QirWriter;

/**
 * The files that tests are given, each in a folder of its own, under one that is gone at the end.
 */
final class ProgramFiles implements AutoCloseable {
  private static final String NAME = "program.qir";

  private final Path root;
  private final boolean generic;
  // Who stops the command from outside does not want the files either.
  private final Thread cleaner;

  private ProgramFiles(Path root, boolean generic) {
    this.root = root;
    this.generic = generic;
    this.cleaner = new Thread(() -> delete(root));
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  /**
   * {@return a new place for files}
   *
   * @param generic whether programs are written in the generic form, all in one file
   */
  static ProgramFiles create(boolean generic) {
    try {
      return new ProgramFiles(Files.createTempDirectory("qopt-reduce"), generic);
    } catch (IOException e) {
      throw FileFaults.writing(System.getProperty("java.io.tmpdir"), e);
    }
  }

  /** {@return the folder that now holds {@code program}} */
  Path write(Program program, long number) {
    Path folder = root.resolve(Long.toString(number));
    try {
      Files.createDirectory(folder);
    } catch (IOException e) {
      throw FileFaults.writing(folder.toString(), e);
    }
    if (generic) {
      QirWriter.writeFile(program, program(folder), PrintOptions.GENERIC.withLocations(true));
    } else {
      QirWriter.writeFile(program, program(folder));
    }
    return folder;
  }

  static Path program(Path folder) {
    return folder.resolve(NAME);
  }

  static void delete(Path folder) {
    try {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      // Left for whoever empties the system's folder of temporary files.
    }
  }

  @Override
  public void close() {
    delete(root);
    Runtime.getRuntime().removeShutdownHook(cleaner);
  }
}
