package org.qopt.lit.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.lit.shell.Script.Connector;
import org.qopt.lit.shell.Script.Redirection;
import org.qopt.lit.shell.Script.Redirection.Kind;

/**
 * Reads a command line: pipelines, joined by {@code ;}, {@code &&} and {@code ||} from the left.
 */
final class Parser {
  private static final int STANDARD_ERROR = 2;

  private final List<Token> tokens;
  private int position;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Script parse(String line) throws ShellSyntaxException {
    Parser parser = new Parser(Lexer.tokens(line));
    Script script = parser.parsePipeline();
    while (parser.peek().isPresent()) {
      Connector connector = parser.parseConnector();
      script = new Script.Chain(script, connector, parser.parsePipeline());
    }
    return script;
  }

  private Connector parseConnector() throws ShellSyntaxException {
    if (consume(";")) {
      return Connector.ALWAYS;
    }
    if (consume("&&")) {
      return Connector.ON_SUCCESS;
    }
    if (consume("||")) {
      return Connector.ON_FAILURE;
    }
    throw new ShellSyntaxException("unsupported shell operator: " + describe(peek()));
  }

  private Script parsePipeline() throws ShellSyntaxException {
    List<Script.Simple> commands = new ArrayList<>();
    commands.add(parseCommand());
    while (true) {
      if (consume("|&")) {
        Script.Simple last = commands.removeLast();
        last.redirections()
            .add(new Redirection(Kind.DUPLICATE, STANDARD_ERROR, new Word("1", false)));
        commands.add(last);
      } else if (!consume("|")) {
        return new Script.Pipeline(commands);
      }
      commands.add(parseCommand());
    }
  }

  private Script.Simple parseCommand() throws ShellSyntaxException {
    List<Word> words = new ArrayList<>();
    List<Redirection> redirections = new ArrayList<>();
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

  private Redirection parseRedirection(Token.Operator operator) throws ShellSyntaxException {
    if (!(peek().orElse(operator) instanceof Token.OfWord(Word target))) {
      throw new ShellSyntaxException("expected a file after '" + operator.text() + "'");
    }
    position++;
    int output = operator.descriptor() < 0 ? 1 : operator.descriptor();
    int input = Math.max(operator.descriptor(), 0);
    boolean isStream = target.text().length() == 1 && Character.isDigit(target.text().charAt(0));
    int both = Redirection.BOTH_OUTPUTS;
    return switch (operator.text()) {
      case "<" -> new Redirection(Kind.READ, input, target);
      case ">" -> new Redirection(Kind.WRITE, output, target);
      case ">>" -> new Redirection(Kind.APPEND, output, target);
      case "&>" -> new Redirection(Kind.WRITE, both, target);
      case "&>>" -> new Redirection(Kind.APPEND, both, target);
      case ">&" ->
          isStream
              ? new Redirection(Kind.DUPLICATE, output, target)
              : new Redirection(Kind.WRITE, both, target);
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
