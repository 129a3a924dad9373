package org.qopt.lit.script;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What is replaced in the commands of one test; its definitions change it. */
public final class Substitutions {
  /** Stands for an escaped percent sign while the others are replaced. */
  private static final String PERCENT = "\0";

  private final List<Substitution> substitutions;
  private final Set<String> features;
  private final OptionalInt recursionLimit;

  /**
   * Substitutions made one after another.
   *
   * @param substitutions in their order
   * @param features what {@code %if} asks for
   * @param recursionLimit how often what was replaced is looked through again; empty for not at all
   */
  public Substitutions(
      List<Substitution> substitutions, Set<String> features, OptionalInt recursionLimit) {
    this.substitutions = new ArrayList<>(substitutions);
    this.features = features;
    this.recursionLimit = recursionLimit;
  }

  /**
   * {@return the command with all substitutions made}
   *
   * @throws ScriptException if a condition is malformed or the recursion does not end
   */
  public String apply(String command) throws ScriptException {
    return (recursionLimit.isPresent() ? applyAgainAndAgain(command) : applyOnce(command))
        .replace(PERCENT, "%");
  }

  private String applyAgainAndAgain(String command) throws ScriptException {
    String text = command;
    String replaced = applyOnce(text);
    for (int i = 0; i < recursionLimit.getAsInt() && !replaced.equals(text); i++) {
      text = replaced;
      replaced = applyOnce(text);
    }
    if (!replaced.equals(text)) {
      throw new ScriptException(
          "Recursive substitution of '"
              + command
              + "' did not complete in the provided recursion limit ("
              + recursionLimit.getAsInt()
              + ")");
    }
    return text;
  }

  private String applyOnce(String command) throws ScriptException {
    String text = Conditionals.choose(command.replace("%%", PERCENT), features);
    for (Substitution substitution : substitutions) {
      text = substitution.apply(text.replace("%%", PERCENT));
    }
    return text.strip();
  }

  /**
   * Adds or changes a substitution. A new one goes first, so that it may use all others.
   *
   * @throws ScriptException if a new one exists already, or one to change does not
   */
  public void define(Directive.Define definition) throws ScriptException {
    List<Substitution> existing =
        substitutions.stream().filter(s -> s.key().contains(definition.name())).toList();
    Substitution changed = Substitution.literal(definition.name(), definition.value());
    String before =
        "before '" + definition.keyword() + "' directive " + definition.lines() + list(existing);
    if (definition.isNew()) {
      if (!existing.isEmpty()) {
        throw new ScriptException(
            "Substitution whose pattern contains '"
                + definition.name()
                + "' is already defined "
                + before);
      }
      substitutions.addFirst(changed);
      return;
    }
    if (existing.size() > 1) {
      throw new ScriptException(
          "Multiple substitutions whose patterns contain '"
              + definition.name()
              + "' are defined "
              + before);
    }
    if (existing.isEmpty()) {
      throw new ScriptException(
          "No substitution for '" + definition.name() + "' is defined " + before);
    }
    if (!existing.getFirst().key().equals(definition.name())) {
      throw new ScriptException(
          "Existing substitution whose pattern contains '"
              + definition.name()
              + "' does not have the pattern specified by '"
              + definition.keyword()
              + "' directive "
              + definition.lines()
              + "\nExpected pattern: "
              + definition.name()
              + list(existing));
    }
    substitutions.set(substitutions.indexOf(existing.getFirst()), changed);
  }

  private static String list(List<Substitution> existing) {
    return existing.stream()
        .map(s -> "\nExisting pattern: " + s.key())
        .collect(Collectors.joining());
  }
}
