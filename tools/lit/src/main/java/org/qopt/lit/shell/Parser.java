package org.qopt.lit.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a command line: pipelines, joined by {@code ;}, {@code &&} and {@code ||}. */
final class Parser {
  private final List<Token> tokens;
  private int position;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Script parse(String line) throws ShellSyntaxException {
    Parser parser = new Parser(Lexer.tokens(line));
    Script script = parser.parseSequence();
    if (parser.position < parser.tokens.size()) {
      throw new ShellSyntaxException("unsupported: " + describe(parser.peek()));
    }
    return script;
  }

  private Script parseSequence() throws ShellSyntaxException {
    Script script = parseLogical();
    while (consume(";")) {
      if (position == tokens.size()) {
        break;
      }
      script = new Script.Chain(script, Script.Connector.ALWAYS, parseLogical());
    }
    return script;
  }

  private Script parseLogical() throws ShellSyntaxException {
    Script script = parsePipeline();
    while (true) {
      if (consume("&&")) {
        script = new Script.Chain(script, Script.Connector.ON_SUCCESS, parsePipeline());
      } else if (consume("||")) {
        script = new Script.Chain(script, Script.Connector.ON_FAILURE, parsePipeline());
      } else {
        return script;
      }
    }
  }

  private Script parsePipeline() throws ShellSyntaxException {
    boolean negated = false;
    if (peek().filter(t -> t.equals(new Token.OfWord(new Word("!", false)))).isPresent()) {
      negated = true;
      position++;
    }
    List<Script.Simple> commands = new ArrayList<>();
    do {
      commands.add(parseCommand());
    } while (consume("|"));
    return new Script.Pipeline(commands, negated);
  }

  private Script.Simple parseCommand() throws ShellSyntaxException {
    List<Word> words = new ArrayList<>();
    List<Script.Redirection> redirections = new ArrayList<>();
    while (peek().isPresent()) {
      Token token = peek().get();
      if (token instanceof Token.OfWord(Word word)) {
        words.add(word);
        position++;
      } else if (token instanceof Token.Operator operator && isRedirection(operator)) {
        position++;
        redirections.add(parseRedirection(operator));
      } else {
        break;
      }
    }
    if (words.isEmpty()) {
      throw new ShellSyntaxException("expected a command before " + describe(peek()));
    }
    return new Script.Simple(words, redirections);
  }

  private static boolean isRedirection(Token.Operator operator) {
    return operator.text().indexOf('<') >= 0 || operator.text().indexOf('>') >= 0;
  }

  private Script.Redirection parseRedirection(Token.Operator operator) throws ShellSyntaxException {
    if (!(peek().orElse(operator) instanceof Token.OfWord(Word target))) {
      throw new ShellSyntaxException("expected a file after '" + operator.text() + "'");
    }
    position++;
    int output = operator.descriptor() < 0 ? 1 : operator.descriptor();
    int input = Math.max(operator.descriptor(), 0);
    boolean isStream = target.text().length() == 1 && Character.isDigit(target.text().charAt(0));
    Script.Redirection.Kind write = Script.Redirection.Kind.WRITE;
    Script.Redirection.Kind append = Script.Redirection.Kind.APPEND;
    int both = Script.Redirection.BOTH_OUTPUTS;
    return switch (operator.text()) {
      case "<" -> new Script.Redirection(Script.Redirection.Kind.READ, input, target);
      case ">" -> new Script.Redirection(write, output, target);
      case ">>" -> new Script.Redirection(append, output, target);
      case "&>" -> new Script.Redirection(write, both, target);
      case "&>>" -> new Script.Redirection(append, both, target);
      case ">&" ->
          isStream
              ? new Script.Redirection(Script.Redirection.Kind.DUPLICATE, output, target)
              : new Script.Redirection(write, both, target);
      default -> throw new ShellSyntaxException("unsupported redirection: " + operator.text());
    };
  }

  private Optional<Token> peek() {
    return position < tokens.size() ? Optional.of(tokens.get(position)) : Optional.empty();
  }

  private boolean consume(String operator) {
    if (peek().orElse(null) instanceof Token.Operator(String text, int _)
        && text.equals(operator)) {
      position++;
      return true;
    }
    return false;
  }

  private static String describe(Optional<Token> token) {
    return switch (token.orElse(null)) {
      case null -> "the end of the command";
      case Token.Operator operator -> "'" + operator.text() + "'";
      case Token.OfWord(Word word) -> "'" + word.text() + "'";
    };
  }
}
