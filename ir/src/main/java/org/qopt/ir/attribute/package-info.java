/**
 * What operations know at compile time: numbers, strings, arrays, references to symbols, the
 * elements of constants. Each kind of {@link org.qopt.ir.attribute.Attribute} is a record that
 * prints itself; an operation's are a {@link org.qopt.ir.attribute.DictionaryAttr}.
 */
package org.qopt.ir.attribute;
