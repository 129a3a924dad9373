/**
 * Where something comes from: a place in a file, a name in the model, several of them fused. A
 * value's name in calibration, reports and messages is in its location ({@link
 * org.qopt.ir.location.ValueNames}), so whoever makes a value that equals an old one passes the old
 * location on.
 */
package org.qopt.ir.location;
