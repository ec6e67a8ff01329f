package io.github.secures3.analysis.prove.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Formulas, the reasons why they hold, the SAT solver and the search, against truth tables of four variables. */
class CircuitTest {

    private static final int ROUNDS = 500;
    private static final int VARIABLES = 4;
    private static final int ALL = (1 << (1 << VARIABLES)) - 1;

    private final Random random = Seed.of(CircuitTest.class);
    private final Circuit circuit = new Circuit();
    private final List<Integer> variables = new ArrayList<>();

    /**
     * A formula with the rows of its truth table in which it holds.
     *
     * @param formula the formula
     * @param table the rows, one bit each
     */
    private record Told(int formula, int table) {}

    CircuitTest() {
        for (int at = 0; at < VARIABLES; at++) {
            variables.add(circuit.variable());
        }
    }

    @Test
    void a_formula_holds_where_its_truth_table_says() {
        for (int round = 0; round < ROUNDS; round++) {
            Told told = random(6);
            for (int row = 0; row < 1 << VARIABLES; row++) {
                assertThat(new Justification(circuit, assignment(row)).holds(told.formula()))
                        .isEqualTo((told.table() >> row & 1) == 1);
            }
        }
    }

    @Test
    void equal_parts_are_one_node() {
        int one = variables.get(0);
        int other = variables.get(1);
        assertThat(circuit.and(one, other)).isEqualTo(circuit.and(other, one));
        assertThat(circuit.or(one, Circuit.not(one))).isEqualTo(Circuit.TRUE);
        assertThat(circuit.same(one, one)).isEqualTo(Circuit.TRUE);
    }

    @Test
    void the_reasons_for_formulas_are_enough_whatever_the_other_variables_are() {
        for (int round = 0; round < ROUNDS; round++) {
            Told one = random(5);
            Told other = random(5);
            int both = one.table() & other.table();
            if (both != 0) {
                int row = rowOf(both);
                Map<Integer, Boolean> needed =
                        new Justification(circuit, assignment(row)).of(one.formula(), other.formula());
                for (int changed = 0; changed < 1 << VARIABLES; changed++) {
                    assertThat(!agrees(changed, needed) || (both >> changed & 1) == 1)
                            .as("row %d changed to %d, needing %s", row, changed, needed)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void the_solver_finds_a_row_where_all_formulas_hold_or_none_exists() {
        SatSolver solver = new SatSolver(circuit, new Budget(10_000_000));
        for (int round = 0; round < ROUNDS; round++) {
            Told one = random(5);
            Told other = random(5);
            boolean found = solver.isSatisfiable(one.formula(), other.formula());
            assertThat(found).isEqualTo((one.table() & other.table()) != 0);
            if (found) {
                Justification row = new Justification(circuit, solver::value);
                assertThat(row.holds(one.formula()) && row.holds(other.formula()))
                        .isTrue();
            }
        }
    }

    @Test
    void what_holds_for_every_request_leaves_out_the_rows_in_which_it_does_not() {
        for (int round = 0; round < ROUNDS; round++) {
            Told axioms = random(5);
            Told asked = random(5);
            Search search = new Search(circuit, axioms.formula(), List.of(), new Budget(10_000_000));
            assertThat(search.find(asked.formula()).isPresent()).isEqualTo((axioms.table() & asked.table()) != 0);
        }
    }

    @Test
    void of_several_formulas_those_are_kept_that_hold_in_no_row() {
        int kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Told axioms = random(5);
            Search search = new Search(circuit, axioms.formula(), List.of(), new Budget(10_000_000));
            Map<Integer, Integer> formulas = new LinkedHashMap<>();
            List<Integer> none = new ArrayList<>();
            for (int at = 0; at < 6; at++) {
                Told asked = random(4);
                formulas.put(at, asked.formula());
                if ((axioms.table() & asked.table()) == 0) {
                    none.add(at);
                }
            }
            search.keepImpossible(formulas);
            assertThat(formulas.keySet()).containsExactlyElementsOf(none);
            kept += none.size();
        }
        assertThat(kept).isBetween(ROUNDS / 2, 6 * ROUNDS - ROUNDS / 2);
    }

    private Told random(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            int at = random.nextInt(VARIABLES + 1);
            return at == VARIABLES ? new Told(Circuit.TRUE, ALL) : new Told(variables.get(at), tableOf(at));
        }
        Told one = random(depth - 1);
        Told other = random(depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> new Told(circuit.or(one.formula(), other.formula()), one.table() | other.table());
            case 1 -> new Told(Circuit.not(one.formula()), ALL & ~one.table());
            case 2 -> new Told(circuit.implies(one.formula(), other.formula()), ALL & (~one.table() | other.table()));
            case 3 -> new Told(circuit.same(one.formula(), other.formula()), ALL & ~(one.table() ^ other.table()));
            default -> new Told(circuit.and(one.formula(), other.formula()), one.table() & other.table());
        };
    }

    private static int tableOf(int variable) {
        int table = 0;
        for (int row = 0; row < 1 << VARIABLES; row++) {
            table |= (row >> variable & 1) << row;
        }
        return table;
    }

    private IntPredicate assignment(int row) {
        return node -> (row >> variables.indexOf(2 * node) & 1) == 1;
    }

    private int rowOf(int table) {
        int row = random.nextInt(1 << VARIABLES);
        while ((table >> row & 1) == 0) {
            row = (row + 1) % (1 << VARIABLES);
        }
        return row;
    }

    private boolean agrees(int row, Map<Integer, Boolean> needed) {
        return needed.entrySet().stream().allMatch(entry -> assignment(row).test(entry.getKey()) == entry.getValue());
    }
}
