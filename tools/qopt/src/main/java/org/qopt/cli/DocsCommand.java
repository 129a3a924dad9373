package org.qopt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.cli.docs.ReferencePages;
import org.qopt.parser.io.FileFaults;

/** {@code qopt docs}: writes the reference of passes, dialects, targets and diagnostics. */
final class DocsCommand implements Command {
  @Override
  public String name() {
    return "docs";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "qopt docs FOLDER", "writes the reference of passes, dialects, targets and diagnostics");
  }

  @Override
  public List<Flag> flags() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, CliIo io) {
    String folder = arguments.only("folder");
    try {
      Files.createDirectories(io.resolve(folder));
    } catch (IOException e) {
      throw FileFaults.writing(folder, e);
    }
    ReferencePages.all().forEach((name, text) -> Outputs.writeText(folder + "/" + name, text, io));
    return ExitStatus.DONE;
  }
}
