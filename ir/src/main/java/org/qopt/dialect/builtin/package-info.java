/** The dialect {@code builtin}: the module that holds a program, and casts nobody has explained. */
package org.qopt.dialect.builtin;
