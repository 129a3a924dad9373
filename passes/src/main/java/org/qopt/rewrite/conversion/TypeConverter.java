package org.qopt.rewrite.conversion;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Type;

/**
 * How types become others, and by which operations values of the one become values of the other
 * where both are in use. Of conversions and materializers those added last are tried first.
 */
public final class TypeConverter {
  /** Why a materialization is needed. */
  public enum Use {
    /** Of converted values a value of the old type, for a user that keeps it. */
    SOURCE,
    /** Of a value of the old type a converted one, for a user that needs it. */
    TARGET,
    /** Of converted block arguments a value of the old type. */
    ARGUMENT
  }

  /** Makes a value of some type from others. */
  @FunctionalInterface
  public interface Materializer {
    /**
     * {@return a value of type {@code type} that stands for {@code inputs}, made by {@code
     * builder}; empty, and nothing made, if it is not for this materializer}
     */
    Optional<Value> make(OpBuilder builder, Type type, List<Value> inputs, Location location);
  }

  private record Registered(Use use, Materializer materializer) {}

  private final ImmutableList<Function<Type, Optional<? extends List<Type>>>> conversions;
  private final ImmutableList<Registered> materializers;
  private final Map<Type, Optional<ImmutableList<Type>>> known = new ConcurrentHashMap<>();

  private TypeConverter(Builder builder) {
    conversions = ImmutableList.copyOf(builder.conversions).reverse();
    materializers = ImmutableList.copyOf(builder.materializers).reverse();
  }

  /** {@return a builder of a converter that converts nothing} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return what {@code type} becomes: mostly one type, several where it is taken apart, none
   * where it is dropped; empty if no conversion is for it}
   */
  public Optional<ImmutableList<Type>> convert(Type type) {
    Optional<ImmutableList<Type>> found = known.get(type);
    if (found == null) {
      found =
          conversions.stream()
              .map(conversion -> conversion.apply(type))
              .flatMap(Optional::stream)
              .findFirst()
              .map(ImmutableList::<Type>copyOf);
      known.put(type, found);
    }
    return found;
  }

  /** {@return what the types become, one after the other; empty if one of them becomes nothing} */
  public Optional<ImmutableList<Type>> convert(List<? extends Type> types) {
    ImmutableList.Builder<Type> all = ImmutableList.builder();
    for (Type type : types) {
      Optional<ImmutableList<Type>> converted = convert(type);
      if (converted.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(converted.get());
    }
    return Optional.of(all.build());
  }

  /** {@return what the type of a function becomes, if all of its types can be converted} */
  public Optional<FunctionType> convert(FunctionType type) {
    return convert(type.inputs())
        .flatMap(
            inputs -> convert(type.results()).map(results -> FunctionType.of(inputs, results)));
  }

  /** {@return whether {@code type} becomes itself} */
  public boolean isLegal(Type type) {
    return convert(type).filter(converted -> converted.equals(List.of(type))).isPresent();
  }

  /** {@return the first of {@code types} that does not become itself, if there is one} */
  public Optional<Type> firstIllegal(List<? extends Type> types) {
    for (Type type : types) {
      if (!isLegal(type)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /**
   * {@return a value of {@code type} that stands for {@code inputs}, if a materializer makes one}
   */
  Optional<Value> materialize(
      Use use, OpBuilder builder, Type type, List<Value> inputs, Location location) {
    for (Registered registered : materializers) {
      if (registered.use() == use) {
        Optional<Value> made = registered.materializer().make(builder, type, inputs, location);
        if (made.isPresent()) {
          return made;
        }
      }
    }
    return Optional.empty();
  }

  /** Says how types are converted. */
  public static final class Builder {
    private final List<Function<Type, Optional<? extends List<Type>>>> conversions =
        new ArrayList<>();
    private final List<Registered> materializers = new ArrayList<>();

    private Builder() {}

    /** A conversion to one type; it gives nothing for types that are not for it. */
    public Builder convert(Function<Type, Optional<Type>> conversion) {
      return expand(type -> conversion.apply(type).map(List::of));
    }

    /** A conversion to any number of types; it gives nothing for types that are not for it. */
    public Builder expand(Function<Type, Optional<? extends List<Type>>> conversion) {
      conversions.add(conversion);
      return this;
    }

    /** A way to make the values that {@code use} needs. */
    public Builder materialize(Use use, Materializer materializer) {
      materializers.add(new Registered(use, materializer));
      return this;
    }

    /** {@return the converter} */
    public TypeConverter build() {
      return new TypeConverter(this);
    }
  }
}
