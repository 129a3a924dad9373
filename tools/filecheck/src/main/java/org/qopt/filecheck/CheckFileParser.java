package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a check file. */
final class CheckFileParser {
  private final FileCheckOptions options;
  private final Variables variables;
  private final SourceText source;
  private final List<CheckFile.Check> checks = new ArrayList<>();
  private final List<Pattern> implicitNots = new ArrayList<>();
  private final List<SourceText> implicitTexts = new ArrayList<>();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private List<Pattern> dagNots = new ArrayList<>();

  CheckFileParser(FileCheckOptions options, Variables variables, SourceText source) {
    this.options = options;
    this.variables = variables;
    this.source = source;
  }

  CheckFile parse() throws CheckSyntaxException {
    try {
      return parseAll();
    } catch (CheckSyntaxException e) {
      throw warnings.isEmpty() ? e : e.after(warnings);
    }
  }

  private CheckFile parseAll() throws CheckSyntaxException {
    CommandLineDefinitions.define(options.defines(), variables);
    variables.enableLine();
    for (String text : options.implicitCheckNot()) {
      addImplicitNot(text);
    }
    dagNots.addAll(implicitNots);
    TreeSet<String> unused = new TreeSet<>(options.effectiveCheckPrefixes());
    int prefixes = unused.size();
    DirectiveScanner scanner = new DirectiveScanner(source, options);
    NearDirectives near = new NearDirectives(source, options);
    int end = 0;
    for (Optional<DirectiveScanner.Found> found = scanner.next();
        found.isPresent();
        found = scanner.next()) {
      near.scan(end, source.lineStart(found.get().start()));
      end = add(found.get(), unused);
      scanner.moveTo(end);
    }
    near.scan(end, source.length());
    if (options.strictDirectives() && !near.found().isEmpty()) {
      throw new CheckSyntaxException(near.found());
    }
    warnings.addAll(near.found());
    requirePrefixes(unused, unused.size() == prefixes);
    if (!dagNots.isEmpty()) {
      String prefix = options.effectiveCheckPrefixes().getFirst();
      Span place = source.position(scanner.passed());
      checks.add(new CheckFile.Check(Pattern.endOfInput(prefix, place), dagNots));
    }
    return new CheckFile(List.copyOf(checks), List.copyOf(implicitTexts), warnings);
  }

  /** The mistakes of implicit patterns are warnings: LLVM's FileCheck goes on, too. */
  private void addImplicitNot(String text) throws CheckSyntaxException {
    String flag = "-implicit-check-not='";
    SourceText shown = SourceText.of("command line", flag + text + "'");
    implicitTexts.add(shown);
    Span pattern = shown.span(flag.length(), flag.length() + text.length());
    PatternParser.Implicit implicit = PatternParser.parseImplicit(options, variables, pattern);
    implicit.pattern().ifPresent(implicitNots::add);
    warnings.addAll(implicit.problems());
  }

  /** Adds a directive, whose prefix is used then; returns the offset at which its line ends. */
  private int add(DirectiveScanner.Found found, TreeSet<String> unused)
      throws CheckSyntaxException {
    Directive directive = found.directive();
    if (!unused.isEmpty() && !directive.is(Directive.Kind.COMMENT)) {
      unused.remove(found.prefix());
    }
    refuseMalformed(found);
    Cursor cursor = new Cursor(source, patternStart(found), source.length());
    if (!(options.strictWhitespace() && options.matchFullLines())) {
      cursor.skipBlanks();
    }
    Span text = source.span(cursor.position(), source.lineEnd(cursor.position()));
    if (directive.is(Directive.Kind.COMMENT)) {
      return text.end();
    }
    Pattern pattern = PatternParser.parse(options, variables, found.prefix(), directive, text);
    requireContext(found, pattern);
    if (directive.is(Directive.Kind.DAG) || directive.is(Directive.Kind.NOT)) {
      dagNots.add(pattern);
    } else {
      if (dagNots.isEmpty()) {
        checks.add(new CheckFile.Check(pattern, List.of()));
      } else {
        checks.add(new CheckFile.Check(pattern, dagNots));
        dagNots = new ArrayList<>(implicitNots);
      }
    }
    return text.end();
  }

  /** LLVM's FileCheck takes what ends the file right after its colon for a bare prefix. */
  private int patternStart(DirectiveScanner.Found found) {
    return found.end() < source.length() ? found.end() : found.start() + found.prefix().length();
  }

  private void refuseMalformed(DirectiveScanner.Found found) throws CheckSyntaxException {
    switch (found.directive().kind()) {
      case MISSPELLED -> {
        Span all = source.span(found.start(), found.end());
        throw new CheckSyntaxException(all.head(), "misspelled directive '" + all.text() + "'");
      }
      case BAD_NOT -> throw malformed("unsupported -NOT combo", found);
      case BAD_COUNT -> throw malformed("invalid count in -COUNT specification", found);
      default -> {}
    }
  }

  private CheckSyntaxException malformed(String problem, DirectiveScanner.Found found) {
    return new CheckSyntaxException(
        source.position(found.end()), problem + " on prefix '" + found.prefix() + "'");
  }

  private void requireContext(DirectiveScanner.Found found, Pattern pattern)
      throws CheckSyntaxException {
    Span place = source.position(found.start());
    String prefix = found.prefix();
    Directive.Kind kind = found.directive().kind();
    if (kind == Directive.Kind.LABEL && pattern.hasVariables()) {
      throw new CheckSyntaxException(
          place, "found '" + prefix + "-LABEL:' with variable definition or use");
    }
    boolean relative =
        kind == Directive.Kind.NEXT || kind == Directive.Kind.SAME || kind == Directive.Kind.EMPTY;
    if (relative && checks.isEmpty()) {
      throw new CheckSyntaxException(
          place, "found '" + prefix + kind.suffix() + "' without previous '" + prefix + ": line");
    }
  }

  private void requirePrefixes(TreeSet<String> unused, boolean noneFound)
      throws CheckSyntaxException {
    boolean missing = noneFound || !options.allowUnusedPrefixes() && !unused.isEmpty();
    boolean implicitOnly =
        !options.implicitCheckNot().isEmpty() && options.checkPrefixes().isEmpty();
    if (!missing || implicitOnly) {
      return;
    }
    String names = unused.stream().map(p -> "'" + p + ":'").collect(Collectors.joining(", "));
    throw new CheckSyntaxException(
        List.of(
            Diagnostic.error(
                "no check strings found with prefix" + (unused.size() > 1 ? "es " : " ") + names)));
  }
}
