package org.qopt.cli;

import java.util.List;
import java.util.Map;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.cli.report.DiagnosticCodes;
import org.qopt.ir.Dialects;

/** {@code qopt explain}: says what the code of a diagnostic means, or lists all codes. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "qopt explain [CODE]", "lists the codes of diagnostics, or says what one means");
  }

  @Override
  public List<Flag> flags() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, CliIo io) {
    Map<String, String> codes = DiagnosticCodes.all(Dialects.load());
    if (arguments.positional().isEmpty()) {
      io.out().print(Columns.of("", codes, text -> text));
      return ExitStatus.DONE;
    }
    String code = arguments.only("code");
    if (!codes.containsKey(code)) {
      throw Unknown.name("diagnostic code", code, codes.keySet());
    }
    io.out().print(code + ": " + codes.get(code) + "\n");
    return ExitStatus.DONE;
  }
}
