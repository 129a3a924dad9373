package org.qopt.filecheck;

import java.util.List;
import java.util.Optional;

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
    return check(checks, input, options, false);
  }

  /**
   * As the other, but tells whether an input dump will follow: what a verbose run says about
   * directives that hold then goes there only.
   */
  static FileCheckResult check(
      SourceText checks, SourceText input, FileCheckOptions options, boolean dumping) {
    Optional<Diagnostic> badPrefix = PrefixValidator.validate(options);
    if (badPrefix.isPresent()) {
      return FileCheckResult.usageError(badPrefix.get());
    }
    SourceText checkText = Whitespace.canonicalize(checks, options.strictWhitespace());
    Variables variables = new Variables();
    CheckFile file;
    try {
      file = new CheckFileParser(options, variables, checkText).parse();
    } catch (CheckSyntaxException e) {
      return new FileCheckResult(e.exitStatus(), e.diagnostics(), InputAnnotations.none());
    }
    if (input.length() == 0 && !options.allowEmpty()) {
      return FileCheckResult.usageError(
          new Diagnostic(
              Diagnostic.Severity.ERROR, Optional.empty(), "'" + input.name() + "' is empty."));
    }
    SourceText inputText = Whitespace.canonicalize(input, options.strictWhitespace());
    PatternMatcher matcher = new PatternMatcher(inputText, variables);
    Report report = new Report(options, inputText, matcher, dumping);
    file.ignored().forEach(report::add);
    boolean passed = new Checker(options, inputText, variables, matcher, report).check(file);
    return new FileCheckResult(
        passed ? FileCheckResult.PASSED : FileCheckResult.CHECK_FAILED,
        List.copyOf(report.diagnostics()),
        new InputAnnotations(Optional.of(inputText), report.annotations()));
  }
}
