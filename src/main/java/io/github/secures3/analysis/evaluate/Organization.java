package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.TextPattern;
import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The organization that policies and condition keys speak of.
 *
 * @param id its id, such as {@code o-exampleorgid}
 * @param managementAccount its management account, or null if not known
 * @param memberAccounts its other accounts, or null if not known
 * @param paths the organization path of accounts, such as {@code o-exampleorgid/r-ab12/ou-ab12-11111111/}, as far as known
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_getting-started_concepts.html">AWS Organizations
 *     terminology</a>
 * @since 0.1
 */
public record Organization(
        String id,
        @Nullable String managementAccount,
        @Nullable List<String> memberAccounts,
        Map<String, String> paths) {

    private static final Pattern ID = Pattern.compile("o-[a-z0-9]{10,32}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    /** Copies the accounts and paths. */
    public Organization {
        memberAccounts = memberAccounts == null ? null : List.copyOf(memberAccounts);
        paths = Map.copyOf(paths);
    }

    /**
     * An organization whose accounts' paths are not known.
     *
     * @throws IllegalArgumentException if the id is none, or an account has not 12 digits
     */
    public static Organization of(
            String id, @Nullable String managementAccount, @Nullable List<String> memberAccounts) {
        if (!isId(id)) {
            throw new IllegalArgumentException("'" + id + "' is no organization id; write it as o-exampleorgid");
        }
        if (managementAccount != null) {
            requireAccount(managementAccount);
        }
        if (memberAccounts != null) {
            memberAccounts.forEach(Organization::requireAccount);
        }
        return new Organization(id, managementAccount, memberAccounts, Map.of());
    }

    /** Whether the text has the form of an organization's id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static void requireAccount(String account) {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException("'" + account + "' is no account id; give its 12 digits");
        }
    }

    /** Whether the account belongs to the organization, as management account or as member. */
    public Truth includes(String account) {
        return isManagementAccount(account).isTrue() ? Truth.TRUE : isMember(account);
    }

    /** Whether the account is the management account, whose principals and resources no organization policy limits. */
    public Truth isManagementAccount(String account) {
        String management = managementAccount;
        return management == null
                ? Truth.unknown("the management account of the organization " + id + " is not given")
                : TextPattern.equal(management, account);
    }

    /** Whether the account is a member account other than the management account. */
    public Truth isMember(String account) {
        if (account.equals(managementAccount)) {
            return Truth.FALSE;
        }
        List<String> members = memberAccounts;
        if (members == null) {
            return Truth.unknown("the member accounts of the organization " + id + " are not given");
        }
        Truth any = Truth.FALSE;
        for (String member : members) {
            any = any.or(TextPattern.equal(member, account));
        }
        return any;
    }
}
