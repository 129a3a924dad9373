package org.qopt.target.cpu.export;

import org.qopt.ir.Value;

/**
 * A value as an operation takes it.
 *
 * @param value the value
 * @param layout the order of its axes in the tensor
 * @param tensor the tensor that holds it, maybe under another shape
 */
record Use(Value value, Layout layout, String tensor) {}
