/**
 * Everything that knows the engine: how it is furnished and hardened ({@code EngineRoom}), how it
 * starts ({@code EngineBoot}), and our ports in its words. Free to change; with a successor engine
 * it is replaced.
 *
 * <p>Four walls stand between a diagram and the machine, each of which holds alone: {@code
 * WallAtDeploy} refuses what is not on the contract's list; {@code SavePoints} refuses element
 * kinds that may run something else; {@code GuardedExpressions} lets an expression read facts and
 * name handlers and nothing more; {@code NoClasses} and an empty script engine list leave nothing
 * to run. {@code PersonsDoor} stands between a person and the engine.
 */
@NullMarked
package org.honbu.workflow.internal;

import org.jspecify.annotations.NullMarked;
