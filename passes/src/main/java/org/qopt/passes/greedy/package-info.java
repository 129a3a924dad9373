/** What passes that apply patterns have in common. */
package org.qopt.passes.greedy;
