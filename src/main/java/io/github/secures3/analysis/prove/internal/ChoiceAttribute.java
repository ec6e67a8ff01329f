package io.github.secures3.analysis.prove.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attribute whose values fall into finitely many classes that the tests tell apart: actions, truth values, numbers, dates, addresses.
 *
 * <p>Tests are collected first; {@link #close} then has one variable for each class of candidates that all tests answer alike.
 */
final class ChoiceAttribute extends Attribute {

    /** A comparison takes longer than a step of an automaton. */
    private static final long STEPS_OF_A_TEST = 8;

    /** What policies ask of a value. */
    interface Test {

        /** Whether the value passes. */
        boolean passes(String value);

        /** The places of those values that pass; not to be changed. */
        default BitSet among(List<String> values) {
            BitSet passing = new BitSet();
            for (int at = 0; at < values.size(); at++) {
                passing.set(at, passes(values.get(at)));
            }
            return passing;
        }
    }

    private final Circuit circuit;
    private final boolean closedList;
    private final Set<String> constants = new LinkedHashSet<>();
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final List<Test> tests = new ArrayList<>();
    private final List<Integer> variables = new ArrayList<>();
    private final Map<String, Integer> choices = new LinkedHashMap<>();
    private final Map<BitSet, Integer> chosen = new LinkedHashMap<>();

    /**
     * An attribute.
     *
     * @param closedList whether its values are a list that no policy can add to, such as the actions or the truth values
     */
    ChoiceAttribute(String name, int present, Circuit circuit, boolean closedList) {
        super(name, present);
        this.circuit = circuit;
        this.closedList = closedList;
    }

    boolean isClosedList() {
        return closedList;
    }

    /** What policies compare the value with. */
    Set<String> constants() {
        return constants;
    }

    /** The formula under which the value passes the test, which compares it with the constant; tests of one name are one. */
    int passes(String name, String constant, Test test) {
        constants.add(constant);
        return names.computeIfAbsent(name, added -> {
            int variable = circuit.variable();
            tests.add(test);
            variables.add(variable);
            return variable;
        });
    }

    /** Ends the collecting: the formula that ties the tests to one choice among the candidates, of which the first of each class is kept. */
    int close(List<String> candidates, Budget budget) {
        budget.spend(STEPS_OF_A_TEST * tests.size() * candidates.size());
        BitSet[] answers = new BitSet[candidates.size()];
        Arrays.setAll(answers, at -> new BitSet());
        for (int test = 0; test < tests.size(); test++) {
            BitSet passing = tests.get(test).among(candidates);
            for (int at = passing.nextSetBit(0); at >= 0; at = passing.nextSetBit(at + 1)) {
                answers[at].set(test);
            }
        }
        Map<BitSet, String> classes = new LinkedHashMap<>();
        for (int at = 0; at < answers.length; at++) {
            classes.putIfAbsent(answers[at], candidates.get(at));
        }
        classes.forEach((answer, candidate) -> {
            int variable = circuit.variable();
            chosen.put(answer, variable);
            choices.put(candidate, variable);
        });
        int formula = exactlyOne();
        for (int at = 0; at < tests.size(); at++) {
            int some = Circuit.FALSE;
            for (Map.Entry<BitSet, Integer> entry : chosen.entrySet()) {
                if (entry.getKey().get(at)) {
                    some = circuit.or(some, entry.getValue());
                }
            }
            formula = circuit.and(formula, circuit.same(variables.get(at), some));
        }
        return formula;
    }

    /** The classes, each by its candidate, with the variable that chooses it. */
    Map<String, Integer> choices() {
        return choices;
    }

    /** The variable of the class that a value belongs to, or null where it is no candidate. */
    @Nullable
    Integer choiceOf(String value) {
        BitSet answers = new BitSet();
        for (int at = 0; at < tests.size(); at++) {
            answers.set(at, tests.get(at).passes(value));
        }
        return chosen.get(answers);
    }

    private int exactlyOne() {
        int formula = Circuit.TRUE;
        int before = Circuit.FALSE;
        for (int choice : choices.values()) {
            formula = circuit.and(formula, Circuit.not(circuit.and(before, choice)));
            before = circuit.or(before, choice);
        }
        return circuit.and(formula, before);
    }
}
