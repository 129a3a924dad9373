package org.qopt.pass.option;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qopt.ir.diagnostic.NearMiss;
import org.qopt.pass.Pass;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.PipelineSyntaxException;

/**
 * Reads and writes the options of a pass. Those are the components of its record that its info
 * describes; {@code maxIterations} is written {@code max-iterations}. Strings, integers, numbers,
 * booleans, enums, paths, pipelines, and {@code Optional} and {@code List} of these are understood.
 */
public final class PassOptions {
  private PassOptions() {}

  /**
   * An option of a pass, for help and documentation.
   *
   * @param name the name in text
   * @param type what a value is, such as {@code integer}
   * @param meaning what it does
   * @param defaultValue what it is when it is not set, as text; empty if it is absent then
   */
  public record Description(String name, String type, String meaning, String defaultValue) {}

  /** {@return the options of {@code pass}, in the order of its components} */
  public static List<Description> describe(Pass pass) {
    List<Description> descriptions = new ArrayList<>();
    options(pass)
        .forEach(
            (name, component) ->
                descriptions.add(
                    new Description(
                        name,
                        type(component).description(),
                        String.valueOf(pass.info().options().get(name)),
                        type(component).print().apply(value(pass, component)).orElse(""))));
    return descriptions;
  }

  /**
   * Checks that what a pass says of its options is so.
   *
   * @throws IllegalStateException if it describes an option that is no component of its record, or
   *     whose type is not understood
   */
  public static void check(Pass pass) {
    Map<String, RecordComponent> options = options(pass);
    for (String name : pass.info().options().keySet()) {
      RecordComponent component = options.get(name);
      if (component == null || OptionType.of(component.getGenericType()).isEmpty()) {
        throw new IllegalStateException(
            "pass '%s' describes option '%s', but %s has no component for it"
                .formatted(pass.info().name(), name, pass.getClass().getSimpleName()));
      }
    }
  }

  /**
   * {@return a pass like {@code pass}, with the options that {@code text} sets}
   *
   * @param text {@code key=value} pairs, separated by spaces
   * @param passes the passes that pipelines among the values may name
   * @throws PipelineSyntaxException if an option is unknown, set twice, or its value malformed or
   *     refused by the pass
   */
  public static Pass apply(Pass pass, String text, PassRegistry passes) {
    List<OptionText.Entry> entries = OptionText.entries(text);
    if (entries.isEmpty()) {
      return pass;
    }
    Map<String, RecordComponent> options = options(pass);
    Map<String, Object> set = new LinkedHashMap<>();
    for (OptionText.Entry entry : entries) {
      RecordComponent component = options.get(entry.key());
      if (component == null) {
        throw new PipelineSyntaxException(
            "pass '%s' has no option '%s'; %s"
                .formatted(pass.info().name(), entry.key(), known(entry.key(), options)),
            text,
            entry.position());
      }
      if (set.put(component.getName(), parse(pass, component, entry, text, passes)) != null) {
        throw new PipelineSyntaxException(
            "option '%s' of pass '%s' is set twice".formatted(entry.key(), pass.info().name()),
            text,
            entry.position());
      }
    }
    return make(pass, set, text);
  }

  /**
   * {@return the options of {@code pass} as {@link #apply} reads them; absent ones are left out}
   */
  public static String print(Pass pass) {
    List<String> pairs = new ArrayList<>();
    options(pass)
        .forEach(
            (name, component) ->
                type(component)
                    .print()
                    .apply(value(pass, component))
                    .ifPresent(value -> pairs.add(name + "=" + value)));
    return String.join(" ", pairs);
  }

  private static String known(String name, Map<String, RecordComponent> options) {
    if (options.isEmpty()) {
      return "it has none";
    }
    return NearMiss.of(name, options.keySet())
        .map(near -> "did you mean '" + near + "'?")
        .orElseGet(() -> "it has: " + String.join(", ", options.keySet()));
  }

  private static Object parse(
      Pass pass,
      RecordComponent component,
      OptionText.Entry entry,
      String text,
      PassRegistry passes) {
    OptionType type = type(component);
    try {
      return type.parse().read(entry.value(), passes);
    } catch (PipelineSyntaxException e) {
      throw e.within(text, text.indexOf(e.text(), entry.position() + entry.key().length()));
    } catch (IllegalArgumentException e) {
      throw new PipelineSyntaxException(
          "option '%s' of pass '%s' takes a value of type '%s', but got '%s'%s"
              .formatted(
                  entry.key(),
                  pass.info().name(),
                  type.description(),
                  OptionText.unquote(entry.value()),
                  NearMiss.suggestion(OptionText.unquote(entry.value()), type.words())),
          text,
          entry.position());
    }
  }

  private static Map<String, RecordComponent> options(Pass pass) {
    Map<String, RecordComponent> options = new LinkedHashMap<>();
    for (RecordComponent component : components(pass)) {
      String name = kebab(component.getName());
      if (pass.info().options().containsKey(name)) {
        options.put(name, component);
      }
    }
    return options;
  }

  private static RecordComponent[] components(Pass pass) {
    if (!pass.getClass().isRecord()) {
      throw new IllegalStateException(pass.getClass().getName() + " is not a record");
    }
    return pass.getClass().getRecordComponents();
  }

  private static OptionType type(RecordComponent component) {
    return OptionType.of(component.getGenericType()).orElseThrow();
  }

  private static Object value(Pass pass, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(pass);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Pass make(Pass pass, Map<String, Object> set, String text) {
    RecordComponent[] components = components(pass);
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      values[i] =
          set.containsKey(component.getName())
              ? set.get(component.getName())
              : value(pass, component);
    }
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = pass.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new PipelineSyntaxException(
          "pass '%s': %s".formatted(pass.info().name(), e.getCause().getMessage()), text, 0);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String kebab(String camel) {
    StringBuilder kebab = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        kebab.append('-').append((char) (c - 'A' + 'a'));
      } else {
        kebab.append(c);
      }
    }
    return kebab.toString();
  }
}
