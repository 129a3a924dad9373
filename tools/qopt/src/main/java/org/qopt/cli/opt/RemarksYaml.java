package org.qopt.cli.opt;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.Location;
import org.qopt.pass.remark.Remark;

/**
 * The text of remarks in the form of LLVM's optimization records: a YAML document each, tagged by
 * its kind, so that what reads those reads these.
 *
 * <pre>{@code
 * --- !Missed
 * Pass:            'canonicalize'
 * Name:            'FoldPad'
 * DebugLoc:        { File: 'm.qir', Line: 3, Column: 8 }
 * Args:
 *   - Operation:       'nn.pad'
 *   - Reason:          '...'
 * ...
 * }</pre>
 */
final class RemarksYaml {
  private RemarksYaml() {}

  /** {@return the documents of all remarks, in order} */
  static String text(List<Remark> remarks) {
    StringBuilder out = new StringBuilder();
    remarks.forEach(remark -> append(out, remark));
    return out.toString();
  }

  private static void append(StringBuilder out, Remark remark) {
    String word = remark.kind().word();
    out.append("--- !")
        .append(Character.toUpperCase(word.charAt(0)))
        .append(word, 1, word.length())
        .append('\n');
    line(out, "", "Pass", quoted(remark.pass()));
    line(out, "", "Name", quoted(remark.name().isEmpty() ? remark.pass() : remark.name()));
    line(out, "", "DebugLoc", place(remark.location()));
    out.append("Args:\n");
    Optional.of(remark.op())
        .filter(op -> !op.isEmpty())
        .ifPresent(op -> line(out, "  - ", "Operation", quoted(op)));
    line(out, "  - ", "Reason", quoted(remark.message()));
    remark.values().forEach((key, value) -> line(out, "  - ", key, quoted(value)));
    out.append("...\n");
  }

  private static void line(StringBuilder out, String indent, String key, String value) {
    out.append(indent).append("%-17s".formatted(key + ":")).append(value).append('\n');
  }

  private static String place(Location location) {
    if (location instanceof FileLocation(String file, int line, int column)) {
      return "{ File: %s, Line: %d, Column: %d }".formatted(quoted(file), line, column);
    }
    return "{ File: %s, Line: 0, Column: 0 }".formatted(quoted(location.toString()));
  }

  // Between single quotes YAML knows one escape only, so what is not printed stands in double ones.
  private static String quoted(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return "'" + text.replace("'", "''") + "'";
    }
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (Character.isISOControl(c)) {
        out.append("\\x%02X".formatted((int) c));
      } else {
        out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return out.append('"').toString();
  }
}
