package org.qopt.parser.model;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.TreeMap;
import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.attr.Resampling.Coordinates;
import org.qopt.dialect.nn.attr.Resampling.Mode;
import org.qopt.dialect.nn.attr.Resampling.Rounding;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseFloatArrayAttr;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Type;

/** Collects the attributes of an operation that is about to be made. */
public final class Attrs {
  private final TreeMap<String, Attribute> entries = new TreeMap<>();

  /** No attributes yet. */
  public Attrs() {}

  /** Adds {@code array<i64: values>}. */
  public Attrs ints(String name, long... values) {
    entries.put(name, DenseIntArrayAttr.i64(values));
    return this;
  }

  /** Adds {@code array<f32: values>}. */
  public Attrs floats(String name, float... values) {
    ImmutableDoubleArray.Builder elements = ImmutableDoubleArray.builder(values.length);
    for (float value : values) {
      elements.add(value);
    }
    entries.put(name, new DenseFloatArrayAttr(FloatType.F32, elements.build()));
    return this;
  }

  /** Adds what says how pixels are found. */
  public Attrs resampling(Resampling how) {
    entries.put(Mode.NAME, Resampling.attribute(how.mode()));
    entries.put(Coordinates.NAME, Resampling.attribute(how.coordinates()));
    entries.put(Rounding.NAME, Resampling.attribute(how.rounding()));
    return this;
  }

  /** Adds {@code value : i64}. */
  public Attrs i64(String name, long value) {
    entries.put(name, IntegerAttr.i64(value));
    return this;
  }

  /** Adds {@code value : f32}. */
  public Attrs f32(String name, float value) {
    entries.put(name, FloatAttr.f32(value));
    return this;
  }

  /** Adds a boolean. */
  public Attrs bool(String name, boolean value) {
    entries.put(name, IntegerAttr.of(value));
    return this;
  }

  /** Adds a string. */
  public Attrs string(String name, String value) {
    entries.put(name, new StringAttr(value));
    return this;
  }

  /** Adds a type. */
  public Attrs type(String name, Type value) {
    entries.put(name, new TypeAttr(value));
    return this;
  }

  /** {@return what was added} */
  public DictionaryAttr build() {
    return DictionaryAttr.of(entries);
  }
}
