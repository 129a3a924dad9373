package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A check file that was read with its options, ready to be held against one input. */
final class PreparedCheck {
  private final FileCheckOptions options;
  private final Variables variables;
  private final CheckFile file;

  private PreparedCheck(FileCheckOptions options, Variables variables, CheckFile file) {
    this.options = options;
    this.variables = variables;
    this.file = file;
  }

  /**
   * Reads a check file.
   *
   * @param checks the file, with canonical whitespace
   * @throws CheckSyntaxException if the options or the file cannot be used
   */
  static PreparedCheck of(SourceText checks, FileCheckOptions options) throws CheckSyntaxException {
    PrefixValidator.validate(options);
    Variables variables = new Variables();
    CheckFile file = new CheckFileParser(options, variables, checks).parse();
    return new PreparedCheck(options, variables, file);
  }

  /** {@return what is said about the check file alone} */
  List<Diagnostic> warnings() {
    return file.warnings();
  }

  /** {@return what messages show of each {@code --implicit-check-not}, in order} */
  List<SourceText> implicitTexts() {
    return file.implicitTexts();
  }

  /**
   * Checks an input; once only, since it sets the variables.
   *
   * @param input the input, with canonical whitespace
   * @param dumping whether an input dump will follow: what a verbose run says about directives that
   *     hold then goes there only
   */
  FileCheckResult check(SourceText input, boolean dumping) {
    if (input.length() == 0 && !options.allowEmpty()) {
      List<Diagnostic> diagnostics = new ArrayList<>(file.warnings());
      diagnostics.add(Diagnostic.error("'" + input.name() + "' is empty."));
      return FileCheckResult.unusable(diagnostics);
    }
    PatternMatcher matcher = new PatternMatcher(input, variables);
    Report report = new Report(options, input, matcher, dumping);
    file.warnings().forEach(report::add);
    boolean passed = new Checker(options, input, variables, matcher, report).check(file);
    return new FileCheckResult(
        passed ? FileCheckResult.PASSED : FileCheckResult.CHECK_FAILED,
        List.copyOf(report.diagnostics()),
        new InputAnnotations(Optional.of(input), report.annotations()));
  }
}
