package org.qopt.pass;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import org.qopt.pass.option.OptionText;
import org.qopt.pass.option.PassOptions;

/**
 * Reads the text of a pipeline.
 *
 * <pre>
 * pipeline ::= stages                         runs on a module
 * stages   ::= stage (',' stage)*
 * stage    ::= name '(' stages? ')'           name of an operation, or 'any'
 *            | name ('{' options '}')?        name of a pass
 *            | name                           name of a pipeline, whose stages stand for it
 * </pre>
 */
final class PipelineParser {
  // Deeper nesting than any program has; a bound keeps hostile text off the stack.
  private static final int DEEPEST = 64;

  private final String text;
  private final PassRegistry registry;
  // The named pipelines that this text is part of.
  private final ImmutableSet<String> within;
  private int position;
  private int depth;

  PipelineParser(String text, PassRegistry registry) {
    this(text, registry, ImmutableSet.of());
  }

  private PipelineParser(String text, PassRegistry registry, ImmutableSet<String> within) {
    this.text = text;
    this.registry = registry;
    this.within = within;
  }

  Pipeline parse() {
    List<Located> stages = wholeText();
    if (stages.size() == 1
        && stages.getFirst().stage() instanceof Pipeline whole
        && whole.anchor().accepts(Anchor.MODULE.toString())) {
      return whole;
    }
    return all(Pipeline.EMPTY, stages);
  }

  /** {@return the pipeline as it stands; a list without an anchor runs on what its passes do} */
  Pipeline parseValue() {
    List<Located> stages = wholeText();
    return stages.size() == 1 && stages.getFirst().stage() instanceof Pipeline whole
        ? whole
        : all(new Pipeline(anchor(stages), ImmutableList.of()), stages);
  }

  private static Anchor anchor(List<Located> stages) {
    return stages.stream()
        .map(Located::stage)
        .filter(PassStage.class::isInstance)
        .map(Stage::anchor)
        .filter(anchor -> anchor.opName().isPresent())
        .findFirst()
        .orElse(Anchor.ANY);
  }

  private List<Located> wholeText() {
    List<Located> stages = stages();
    skipSpace();
    if (position < text.length()) {
      throw fault("expected ',' or the end, but got '" + text.charAt(position) + "'");
    }
    return stages;
  }

  private static Pipeline all(Pipeline empty, List<Located> stages) {
    Pipeline pipeline = empty;
    for (Located located : stages) {
      pipeline =
          switch (located.stage()) {
            case PassStage(Pass pass) -> pipeline.then(pass);
            case Pipeline inner -> pipeline.thenAll(inner);
          };
    }
    return pipeline;
  }

  private record Located(Stage stage, int start) {}

  private List<Located> stages() {
    List<Located> stages = new ArrayList<>();
    skipSpace();
    if (position == text.length() || text.charAt(position) == ')') {
      return stages;
    }
    do {
      skipSpace();
      int start = position;
      for (Stage stage : stage()) {
        stages.add(new Located(stage, start));
      }
      skipSpace();
    } while (accept(','));
    return stages;
  }

  private List<Stage> stage() {
    int start = position;
    String name = name();
    skipSpace();
    if (accept('(')) {
      return List.of(nested(name, start));
    }
    NamedPipeline named = registry.pipelines().get(name);
    if (named != null) {
      return stagesOf(named, start);
    }
    Pass pass =
        registry
            .find(name)
            .orElseThrow(() -> PipelineSyntaxException.unknownPass(name, registry, text, start));
    return List.of(new PassStage(peek('{') ? withOptions(pass) : pass));
  }

  private List<Stage> stagesOf(NamedPipeline named, int start) {
    if (within.contains(named.name())) {
      throw new PipelineSyntaxException(
          "pipeline '" + named.name() + "' leads back to itself", text, start);
    }
    if (peek('{')) {
      throw fault("'" + named.name() + "' is a pipeline: it takes no options");
    }
    ImmutableSet<String> more =
        ImmutableSet.<String>builder().addAll(within).add(named.name()).build();
    return new PipelineParser(named.text(), registry, more).parse().stages();
  }

  private Pipeline nested(String name, int start) {
    if (registry.pipelines().containsKey(name)) {
      throw new PipelineSyntaxException(
          "'" + name + "' is a pipeline: its name stands alone", text, start);
    }
    if (registry.find(name).isPresent()) {
      throw new PipelineSyntaxException(
          "'" + name + "' is a pass: its options stand in braces", text, start);
    }
    if (!name.equals(Anchor.ANY_WORD) && name.indexOf('.') < 0) {
      throw new PipelineSyntaxException(
          "expected the name of an operation or 'any' before '(', but got '" + name + "'",
          text,
          start);
    }
    if (++depth > DEEPEST) {
      throw fault("pipelines are nested more than " + DEEPEST + " deep");
    }
    List<Located> inner = stages();
    depth--;
    if (!accept(')')) {
      throw fault("expected ',' or ')', but got " + found());
    }
    Anchor anchor = name.equals(Anchor.ANY_WORD) ? Anchor.ANY : Anchor.of(name);
    for (Located located : inner) {
      checkFits(located, anchor);
    }
    return new Pipeline(
        anchor, inner.stream().map(Located::stage).collect(ImmutableList.toImmutableList()));
  }

  private void checkFits(Located located, Anchor anchor) {
    try {
      var unused = new Pipeline(anchor, ImmutableList.of(located.stage()));
    } catch (IllegalArgumentException e) {
      throw new PipelineSyntaxException(e.getMessage(), text, located.start());
    }
  }

  private Pass withOptions(Pass pass) {
    int open = position;
    int close = OptionText.closing(text, open);
    if (close < 0) {
      throw fault("the options of '" + pass.info().name() + "' have no closing brace");
    }
    position = close + 1;
    try {
      return PassOptions.apply(pass, text.substring(open + 1, close), registry);
    } catch (PipelineSyntaxException e) {
      throw e.within(text, open + 1);
    }
  }

  private String name() {
    int start = position;
    while (position < text.length() && isNamePart(text.charAt(position))) {
      position++;
    }
    if (start == position) {
      throw fault("expected the name of a pass or an operation, but got " + found());
    }
    return text.substring(start, position);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '$';
  }

  private void skipSpace() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private boolean peek(char c) {
    return position < text.length() && text.charAt(position) == c;
  }

  private boolean accept(char c) {
    boolean found = peek(c);
    position += found ? 1 : 0;
    return found;
  }

  private String found() {
    return position < text.length() ? "'" + text.charAt(position) + "'" : "the end";
  }

  private PipelineSyntaxException fault(String message) {
    return new PipelineSyntaxException(message, text, position);
  }
}
