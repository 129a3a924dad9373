package org.qopt.parser.qir;

import org.qopt.ir.Dialect;
import org.qopt.ir.Dialects;
import org.qopt.ir.diagnostic.NearMiss;

/** What to say about dialects and operations that are not known. */
final class Unregistered {
  private static final String ADVICE =
      "; if this is intended, allow unregistered dialects (--allow-unregistered-dialect)";

  private Unregistered() {}

  static String type(String text, String dialect, Dialects dialects) {
    return "type "
        + Found.quoted(text)
        + " of unregistered dialect '"
        + dialect
        + "'"
        + NearMiss.suggestion(dialect, dialects.all().keySet())
        + ADVICE;
  }

  static String attribute(String text, String dialect, Dialects dialects) {
    return "attribute "
        + Found.quoted(text)
        + " of unregistered dialect '"
        + dialect
        + "'"
        + NearMiss.suggestion(dialect, dialects.all().keySet())
        + ADVICE;
  }

  static String withoutDialect(String name) {
    return "operation '" + name + "' has no dialect; expected a name such as 'dialect.op'" + ADVICE;
  }

  static String operation(String name, String dialect, Dialects dialects) {
    return "operation '"
        + name
        + "' of unregistered dialect '"
        + dialect
        + "'"
        + NearMiss.suggestion(dialect, dialects.all().keySet())
        + ADVICE;
  }

  static String customOperation(String name, String dialect, Dialects dialects) {
    return "dialect '"
        + dialect
        + "' not found for custom op '"
        + name
        + "'"
        + NearMiss.suggestion(dialect, dialects.all().keySet())
        + "; operations of unregistered dialects are written in the generic form, \""
        + name
        + "\"(...)";
  }

  static String unknownType(String text, String name, Dialect dialect) {
    return "dialect '"
        + dialect.name()
        + "' has no type "
        + Found.quoted(text)
        + NearMiss.of(name.substring(name.indexOf('.') + 1), dialect.typeNames())
            .map(near -> "; did you mean '!" + dialect.name() + "." + near + "'?")
            .orElse("");
  }

  static String unknownAttribute(String text, Dialect dialect) {
    int begin = text.indexOf('.') + 1;
    int end = text.indexOf('<', begin);
    String name = text.substring(begin, end < 0 ? text.length() : end);
    return "dialect '"
        + dialect.name()
        + "' has no attribute "
        + Found.quoted(text)
        + NearMiss.of(name, dialect.attributeNames())
            .map(near -> "; did you mean '#" + dialect.name() + "." + near + "'?")
            .orElse("");
  }

  static String unknownOperation(String name, String dialect, Dialects dialects) {
    return "dialect '"
        + dialect
        + "' has no operation '"
        + name
        + "'"
        + NearMiss.suggestion(
            name,
            dialects.ops().keySet().stream().filter(op -> op.startsWith(dialect + ".")).toList());
  }
}
