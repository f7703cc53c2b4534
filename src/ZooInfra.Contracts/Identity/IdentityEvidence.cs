using System.Globalization;

namespace ZooInfra.Contracts.Identity;

/// <summary>What a boundary must show. Each answers with what is missing and what to do; null when nothing is.</summary>
internal static class IdentityEvidence
{
    /// <summary>Each account has one holder, and no entry goes by two names.</summary>
    public static IdentityGap? UniqueAccounts(IdentityFacts facts)
    {
        if (facts.Users.Count == 0)
        {
            return new("no account is declared. Name each account with its holder in Users.", IdentityParts.Users);
        }

        if (First(facts.Users, user => string.IsNullOrWhiteSpace(user.Holder)) is { } nobody)
        {
            return new($"nobody holds the account '{facts.Users[nobody].Name}'. Give it the one person who uses it or answers for it; an account of several people is not allowed.", IdentityParts.Users)
            {
                Item = nobody,
                Member = "Holder",
            };
        }

        if (facts.Users.GroupBy(user => user.DistinguishedName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is not { } shared)
        {
            return null;
        }

        var second = shared.ElementAt(1);
        return new($"{List(shared.Select(user => user.Name))} are one account ({shared.Key}). Give each person an account.", IdentityParts.Users) { Item = First(facts.Users, user => ReferenceEquals(user, second)) };
    }

    /// <summary>There are two monitored break-glass accounts with a runbook.</summary>
    public static IdentityGap? BreakGlass(IdentityFacts facts) => facts.Emergency switch
    {
        null => new("there are no break-glass accounts. Declare two in Emergency, with who is alerted and the runbook.", IdentityParts.Emergency),
        { Runbook: var runbook } when string.IsNullOrWhiteSpace(runbook) => new("the break-glass accounts have no runbook. Say in Runbook who may open the seal, and how.", IdentityParts.Emergency) { Member = "Runbook" },
        { AlertsTo: var mailbox } when string.IsNullOrWhiteSpace(mailbox) => new("nobody is alerted when a break-glass account signs in. Set AlertsTo.", IdentityParts.Emergency) { Member = "AlertsTo" },
        _ => null,
    };

    /// <summary>Sign-ins and changes go to a store elsewhere and are kept.</summary>
    public static IdentityGap? LogsForwarded(IdentityFacts facts, int days)
    {
        var missing = new[] { LogSource.SignIn, LogSource.DirectoryChange }.Where(source => !facts.Logs.Any(log => log.Sources.Contains(source) && log.RetentionDays >= days)).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        var brief = First(facts.Logs, log => log.RetentionDays < days && missing.All(source => log.Sources.Contains(source)));
        return new(
            $"{string.Join(" and ", missing.Select(source => source == LogSource.SignIn ? "sign-ins" : "directory changes"))} are forwarded to no collector that keeps them for {Number(days)} day{(days == 1 ? "" : "s")} or more. "
                + (brief is { } index ? $"The route '{facts.Logs[index].Name}' has them kept for {Number(facts.Logs[index].RetentionDays)}." : "Add a route to Logs."),
            IdentityParts.Logs)
        {
            Item = brief,
            Member = brief is null ? null : "RetentionDays",
            Legal = brief is null ? null : Number(days),
        };
    }

    /// <summary>No route is readable on the way.</summary>
    public static IdentityGap? LogsEncrypted(IdentityFacts facts)
        => First(facts.Logs, log => log.Protocol == LogProtocol.SyslogTcp) is { } plain
            ? new($"the log route '{facts.Logs[plain].Name}' travels unencrypted. Use syslog over TLS or HTTPS.", IdentityParts.Logs)
            {
                Item = plain,
                Member = "Protocol",
                Legal = "global::ZooInfra.Contracts.Identity.LogProtocol.SyslogTls",
            }
            : null;

    /// <summary>Somebody hears of suspicious sign-ins.</summary>
    public static IdentityGap? SignInAlerts(IdentityFacts facts)
        => facts.Logs.Any(log => log.Sources.Contains(LogSource.SignIn) && !string.IsNullOrWhiteSpace(log.SignInAlertsTo)) ? null
            : new("nobody hears of suspicious sign-ins. Set SignInAlertsTo on a route of sign-ins.", IdentityParts.Logs) { Item = First(facts.Logs, log => log.Sources.Contains(LogSource.SignIn)) };

    /// <summary>Every password policy is strong enough; <paramref name="lockout"/> null when lockout is not asked about.</summary>
    public static IdentityGap? Passwords(IdentityFacts facts, int minimumLength, int history, int? lockout, int lockedMinutes)
    {
        if (facts.Passwords.Count == 0)
        {
            return new("there is no password and lockout policy. Add one to Passwords.", IdentityParts.Passwords);
        }

        for (var i = 0; i < facts.Passwords.Count; i++)
        {
            var rules = facts.Passwords[i];
            (string Weakness, string Member, int Legal)? weak =
                rules.MinimumLength < minimumLength ? ($"asks for {Number(rules.MinimumLength)} characters; at least {Number(minimumLength)} are needed", "MinimumLength", minimumLength)
                : rules.History < history ? ($"remembers {Number(rules.History)} passwords; at least {Number(history)} are needed", "History", history)
                : lockout is { } most && (rules.LockoutThreshold == 0 || rules.LockoutThreshold > most)
                    ? ($"{(rules.LockoutThreshold == 0 ? "never locks an account" : $"locks an account after {Number(rules.LockoutThreshold)} failures")}; it must do so after {Number(most)} or fewer", "LockoutThreshold", most)
                : lockout is not null && rules.LockoutMinutes != 0 && rules.LockoutMinutes < lockedMinutes
                    ? ($"locks an account for {Number(rules.LockoutMinutes)} minutes; at least {Number(lockedMinutes)} are needed", "LockoutMinutes", lockedMinutes)
                : null;
            if (weak is var (weakness, member, legal))
            {
                return new($"the password policy '{rules.Name}' {weakness}.", IdentityParts.Passwords) { Item = i, Member = member, Legal = Number(legal) };
            }
        }

        return null;
    }

    /// <summary>Machines lock themselves.</summary>
    public static IdentityGap? InactivityLock(IdentityFacts facts, int most)
    {
        var limits = facts.GroupPolicies
            .SelectMany((policy, i) => policy.Settings.Select((setting, j) => (Policy: i, Setting: j, Seconds: setting.InactivitySeconds)))
            .Where(limit => limit.Seconds is not null)
            .OrderByDescending(limit => limit.Seconds)
            .ToList();
        return limits is not [var longest, ..]
            ? new($"no group policy locks a machine that nobody uses. Add PolicySetting.InactivityLock({Number(most)}) to one.", IdentityParts.GroupPolicies)
            : longest.Seconds > most
                ? new($"a group policy locks a machine after {Number(longest.Seconds!.Value)} seconds; at most {Number(most)} are allowed.", IdentityParts.GroupPolicies)
                {
                    Item = longest.Policy,
                    Setting = longest.Setting,
                    Member = "seconds",
                    Legal = Number(most),
                }
            : null;
    }

    /// <summary>Nobody but the break-glass accounts comes in without a second factor.</summary>
    public static IdentityGap? Mfa(IdentityFacts facts, AccessKind access)
    {
        var way = access == AccessKind.All ? "any access" : string.Join(" and ", new[] { AccessKind.Remote, AccessKind.Administration }.Where(kind => (access & kind) != 0).Select(kind => kind == AccessKind.Remote ? "remote access" : "administration"));
        if (facts.Mfa.Count == 0)
        {
            return new($"no second factor is asked for. Add an MfaRule for {way} to Mfa.", IdentityParts.Mfa);
        }

        if (First(facts.Mfa, rule => (rule.Access & access) != 0 && rule.ExcludedNetworks.Count > 0) is { } trusting)
        {
            return new($"the MFA rule '{facts.Mfa[trusting].Name}' asks for no second factor from {List(facts.Mfa[trusting].ExcludedNetworks)}. A network is no second factor; remove the exclusion.", IdentityParts.Mfa)
            {
                Item = trusting,
                Member = "ExcludedNetworks",
            };
        }

        var without = facts.WithoutMfa(access);
        return without.Count == 0 ? null : new($"{List(without)} can sign in for {way} without a second factor. Cover them with an MfaRule.", IdentityParts.Mfa);
    }

    private static int? First<T>(EquatableArray<T> items, Func<T, bool> matches)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (matches(items[i]))
            {
                return i;
            }
        }

        return null;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(5).Select(name => $"'{name}'")) + (all.Count > 5 ? $" and {Number(all.Count - 5)} more" : "");
    }
}
