package org.qopt.target.c;

import com.google.common.collect.ImmutableList;
import java.nio.charset.StandardCharsets;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.target.TargetOption;
import org.qopt.target.export.ExportRequest;
import org.qopt.target.export.ExportedFile;
import org.qopt.target.export.Exporter;

/**
 * Writes programs as C99 with no library behind it: a source and a header.
 *
 * @param lowering what the target's programs become in C
 */
public record CExporter(CLowering lowering) implements Exporter {
  private static final String FORMAT = "c";

  /** Adds a driver. */
  public static final TargetOption EMIT_MAIN =
      TargetOption.ofExport(FORMAT, "emit-main", "adds a main that runs the program on raw files");

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public String description() {
    return "C99 for any compiler: weights constant, one static arena, no allocation, no library";
  }

  @Override
  public ImmutableList<ExportedFile> export(Operation module, ExportRequest request) {
    FuncOp function = MainFunction.of(module);
    Steps steps = Steps.of(function, lowering);
    Placement placement = Placement.of(function, steps, lowering);
    CNames identifiers = new CNames();
    Ports ports = Ports.of(function, lowering, identifiers);
    BodyText body = new BodyText(function, lowering, steps, placement, ports, identifiers);
    body.write();
    String prefix = CNames.prefix(request.name());
    String header =
        new HeaderText(prefix, ports, lowering, placement.arenaBytes(), body.constantBytes())
            .text();
    boolean inside = request.alone() || !CNames.isPlain(request.name());
    SourceText source =
        new SourceText(
            prefix,
            inside ? header : "#include \"" + request.name() + ".h\"\n",
            ports,
            placement,
            body,
            request.options().containsKey(EMIT_MAIN.name()));
    request
        .sink()
        .report(
            Diagnostic.of(
                Severity.REMARK,
                function.operation().reportLocation(),
                "%d bytes of static memory for intermediate values, %d bytes of constants"
                    .formatted(placement.arenaBytes(), body.constantBytes())));
    return ImmutableList.of(file("c", source.text()), file("h", header));
  }

  private static ExportedFile file(String extension, String text) {
    return new ExportedFile(extension, text.getBytes(StandardCharsets.UTF_8));
  }
}
