package org.qopt.filecheck;

import java.util.regex.Pattern;

/** Takes out of messages what LLVM's FileCheck never says: warnings about almost-directives. */
public final class OursAlone {
  private static final Pattern PLAIN =
      Pattern.compile(
          "[^\\n\\x1b]*: warning: [^\\n]*is no directive[^\\n]*\\n[^\\n]*\\n(?: *\\^(?:\\n|$))?");

  private static final Pattern COLORED =
      Pattern.compile(
          "\\x1b\\[1m[^\\n\\x1b]*: \\x1b\\[0m\\x1b\\[0;1;35mwarning: [^\\n]*is no directive[^\\n]*\\n"
              + "[^\\n]*\\n(?:\\x1b\\[0;1;32m *\\^\\n\\x1b\\[0m)?");

  private OursAlone() {}

  /** {@return {@code messages} without those warnings} */
  public static String remove(String messages) {
    return COLORED.matcher(PLAIN.matcher(messages).replaceAll("")).replaceAll("");
  }
}
