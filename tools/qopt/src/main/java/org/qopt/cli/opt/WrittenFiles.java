package org.qopt.cli.opt;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.qopt.cli.CliIo;
import org.qopt.cli.Outputs;
import org.qopt.parser.io.FileFaults;
import org.qopt.pass.TextFiles;

/** Writes what passes put into files, each of which is written once in a run of the tool. */
final class WrittenFiles implements TextFiles {
  private final CliIo io;
  private final Set<Path> written = ConcurrentHashMap.newKeySet();

  WrittenFiles(CliIo io) {
    this.io = io;
  }

  @Override
  public void write(Path file, String text) {
    if (!written.add(file)) {
      throw FileFaults.invalid(
          file.toString(), "expected one text for this file, but a second one is to be written");
    }
    Outputs.writeText(file.toString(), text, io);
  }
}
