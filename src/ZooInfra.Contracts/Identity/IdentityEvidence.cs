using System.Globalization;

namespace ZooInfra.Contracts.Identity;

/// <summary>What a boundary must show. Each answers with what is missing and what to do; null when nothing is.</summary>
internal static class IdentityEvidence
{
    /// <summary>Each account has one holder, and no entry goes by two names.</summary>
    public static string? UniqueAccounts(IdentityFacts facts)
    {
        if (facts.Users.Count == 0)
        {
            return "no account is declared. Name each account with its holder in Users.";
        }

        if (facts.Users.FirstOrDefault(user => string.IsNullOrWhiteSpace(user.Holder)) is { } nobody)
        {
            return $"nobody holds the account '{nobody.Name}'. Give it the one person who uses it or answers for it; an account of several people is not allowed.";
        }

        return facts.Users.GroupBy(user => user.DistinguishedName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } shared
            ? $"{List(shared.Select(user => user.Name))} are one account ({shared.Key}). Give each person an account."
            : null;
    }

    /// <summary>There are two monitored break-glass accounts with a runbook.</summary>
    public static string? BreakGlass(IdentityFacts facts)
        => facts.Emergency is null ? "there are no break-glass accounts. Declare two in Emergency, with who is alerted and the runbook." : null;

    /// <summary>Sign-ins and changes go to a store elsewhere and are kept.</summary>
    public static string? LogsForwarded(IdentityFacts facts, int days)
    {
        var missing = new[] { LogSource.SignIn, LogSource.DirectoryChange }.Where(source => !facts.Logs.Any(log => log.Sources.Contains(source) && log.RetentionDays >= days)).ToList();
        return missing.Count == 0 ? null
            : $"{string.Join(" and ", missing.Select(source => source == LogSource.SignIn ? "sign-ins" : "directory changes"))} are forwarded to no collector that keeps them for {Number(days)} day{(days == 1 ? "" : "s")} or more. Add a route to Logs.";
    }

    /// <summary>No route is readable on the way.</summary>
    public static string? LogsEncrypted(IdentityFacts facts)
        => facts.Logs.FirstOrDefault(log => log.Protocol == LogProtocol.SyslogTcp) is { } plain
            ? $"the log route '{plain.Name}' travels unencrypted. Use syslog over TLS or HTTPS."
            : null;

    /// <summary>Somebody hears of suspicious sign-ins.</summary>
    public static string? SignInAlerts(IdentityFacts facts)
        => facts.Logs.Any(log => log.Sources.Contains(LogSource.SignIn) && !string.IsNullOrWhiteSpace(log.SignInAlertsTo)) ? null
            : "nobody hears of suspicious sign-ins. Set SignInAlertsTo on a route of sign-ins.";

    /// <summary>Every password policy is strong enough; <paramref name="lockout"/> null when lockout is not asked about.</summary>
    public static string? Passwords(IdentityFacts facts, int minimumLength, int history, int? lockout, int lockedMinutes)
    {
        if (facts.Passwords.Count == 0)
        {
            return "there is no password and lockout policy. Add one to Passwords.";
        }

        foreach (var rules in facts.Passwords)
        {
            var weak = rules.MinimumLength < minimumLength ? $"asks for {Number(rules.MinimumLength)} characters; at least {Number(minimumLength)} are needed"
                : rules.History < history ? $"remembers {Number(rules.History)} passwords; at least {Number(history)} are needed"
                : lockout is { } most && rules.LockoutThreshold is var threshold && (threshold == 0 || threshold > most)
                    ? $"{(threshold == 0 ? "never locks an account" : $"locks an account after {Number(threshold)} failures")}; it must do so after {Number(most)} or fewer"
                : lockout is not null && rules.LockoutMinutes != 0 && rules.LockoutMinutes < lockedMinutes
                    ? $"locks an account for {Number(rules.LockoutMinutes)} minutes; at least {Number(lockedMinutes)} are needed"
                : null;
            if (weak is not null)
            {
                return $"the password policy '{rules.Name}' {weak}.";
            }
        }

        return null;
    }

    /// <summary>Machines lock themselves.</summary>
    public static string? InactivityLock(IdentityFacts facts, int most)
    {
        var limits = facts.GroupPolicies.SelectMany(policy => policy.Settings).Select(setting => setting.InactivitySeconds).Where(seconds => seconds is not null).ToList();
        return limits.Count == 0 ? $"no group policy locks a machine that nobody uses. Add PolicySetting.InactivityLock({Number(most)}) to one."
            : limits.Max() > most ? $"a group policy locks a machine after {Number(limits.Max()!.Value)} seconds; at most {Number(most)} are allowed."
            : null;
    }

    /// <summary>Nobody but the break-glass accounts comes in without a second factor.</summary>
    public static string? Mfa(IdentityFacts facts, AccessKind access)
    {
        var way = access == AccessKind.All ? "any access" : string.Join(" and ", new[] { AccessKind.Remote, AccessKind.Administration }.Where(kind => (access & kind) != 0).Select(kind => kind == AccessKind.Remote ? "remote access" : "administration"));
        if (facts.Mfa.Count == 0)
        {
            return $"no second factor is asked for. Add an MfaRule for {way} to Mfa.";
        }

        if (facts.Mfa.FirstOrDefault(rule => (rule.Access & access) != 0 && rule.ExcludedNetworks.Count > 0) is { } trusting)
        {
            return $"the MFA rule '{trusting.Name}' asks for no second factor from {List(trusting.ExcludedNetworks)}. A network is no second factor; remove the exclusion.";
        }

        var without = facts.WithoutMfa(access);
        return without.Count == 0 ? null : $"{List(without)} can sign in for {way} without a second factor. Cover them with an MfaRule.";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(5).Select(name => $"'{name}'")) + (all.Count > 5 ? $" and {Number(all.Count - 5)} more" : "");
    }
}
