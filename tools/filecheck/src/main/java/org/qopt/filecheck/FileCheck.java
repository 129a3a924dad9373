package org.qopt.filecheck;

/**
 * Checks a text against the directives of a check file, as LLVM's FileCheck does.
 *
 * {@snippet :
 * FileCheckResult result = FileCheck.check(
 *     SourceText.utf8("test.txt", "// CHECK: hello"),
 *     SourceText.utf8("<stdin>", "hello, world"),
 *     FileCheckOptions.defaults());
 * }
 */
public final class FileCheck {
  private FileCheck() {}

  /**
   * Checks {@code input} against {@code checks}.
   *
   * @param checks the check file
   * @param input the text to check
   * @param options how
   * @return the verdict and what there is to say; never throws for bad texts
   */
  public static FileCheckResult check(
      SourceText checks, SourceText input, FileCheckOptions options) {
    try {
      boolean strict = options.strictWhitespace();
      return PreparedCheck.of(Whitespace.canonicalize(checks, strict), options)
          .check(Whitespace.canonicalize(input, strict), false);
    } catch (CheckSyntaxException e) {
      return new FileCheckResult(e.exitStatus(), e.diagnostics(), InputAnnotations.none());
    }
  }
}
