/** What patterns ask of a program: constants, bounds, operations with weights. */
package org.qopt.passes.match;
