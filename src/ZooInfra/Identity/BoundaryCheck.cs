using ZooInfra.Contracts;
using ZooInfra.Contracts.Identity;
using Pulumi;

namespace ZooInfra.Identity;

/// <summary>What must hold before anything of a boundary is made: its parts fit together, and what the contract demands is there.</summary>
internal static class BoundaryCheck
{
    /// <summary>Checks.</summary>
    /// <exception cref="RunException">Something is wrong; the message names all of it.</exception>
    public static void Require(string name, IdentityBoundaryArgs args)
    {
        var problems = Problems(args).ToList();
        if (problems.Count > 0)
        {
            throw new RunException($"The identity boundary '{name}' does not fit together:{Lines(problems)}");
        }

        var facts = args.Facts();
        var violations = args.Contract.Regimes.SelectMany(scope => IdentityGrade.Check(facts, scope).Select(violation => $"{Title(scope)} {violation}")).ToList();
        if (violations.Count > 0)
        {
            throw new RunException($"The identity boundary '{name}' lacks what the contract of {args.Contract.Name} demands:{Lines(violations)}");
        }
    }

    private static IEnumerable<string> Problems(IdentityBoundaryArgs args)
    {
        var units = BoundaryUnits.All(args.Units).Select(unit => unit.Path).ToList();
        var (users, groups) = (args.Users.Select(user => user.Name).ToHashSet(StringComparer.Ordinal), args.Groups.Select(group => group.Name).ToHashSet(StringComparer.Ordinal));
        return
        [
            .. Repeated("unit", units),
            .. Repeated("account", args.Users.Select(user => user.Name)),
            .. Repeated("group", args.Groups.Select(group => group.Name)),
            .. Repeated("password policy", args.Passwords.Select(rules => rules.Name)),
            .. Repeated("MFA rule", args.Mfa.Select(rule => rule.Name)),
            .. Repeated("group policy", args.GroupPolicies.Select(policy => policy.Name)),
            .. Repeated("federation", args.Federations.Select(federation => federation.Name)),
            .. Repeated("log route", args.Logs.Select(log => log.Name)),
            .. BoundaryUnits.All(args.Units).Where(unit => unit.Unit.Name.Contains('/', StringComparison.Ordinal)).Select(unit => $"The name of the unit '{unit.Unit.Name}' holds a slash, which separates units in a path."),
            .. args.Groups.SelectMany(group => Unknown($"The group '{group.Name}'", "unit", [group.Unit], units)),
            .. args.Groups.SelectMany(group => Unknown($"The group '{group.Name}'", "account", group.Users, users)),
            .. args.Groups.SelectMany(group => Unknown($"The group '{group.Name}'", "group", group.Groups, groups)),
            .. args.Groups.Where(group => IsInItself(group, args.Groups)).Select(group => $"The group '{group.Name}' is in itself, by the groups in it."),
            .. args.Passwords.SelectMany(rules => Unknown($"The password policy '{rules.Name}'", "group", rules.Groups, groups)),
            .. args.Mfa.SelectMany(rule => Unknown($"The MFA rule '{rule.Name}'", "group", rule.Groups, groups)),
            .. args.Mfa.SelectMany(rule => Unknown($"The MFA rule '{rule.Name}'", "account", rule.ExcludedUsers, users)),
            .. args.GroupPolicies.SelectMany(policy => Unknown($"The group policy '{policy.Name}'", "unit", policy.Units, units)),
            .. args.Federations.SelectMany(federation => Unknown($"The federation '{federation.Name}'", "group", federation.Groups, groups)),
            .. args.Federations.Where(federation => federation.Protocol == FederationProtocol.Saml && federation.SigningCertificates.Count == 0)
                .Select(federation => $"The federation '{federation.Name}' has no signing certificate, so anybody could answer for the identity provider."),
            .. args.Emergency is { } emergency ? EmergencyProblems(emergency, args, users) : [],
        ];
    }

    private static IEnumerable<string> EmergencyProblems(EmergencyAccess emergency, IdentityBoundaryArgs args, HashSet<string> users)
    {
        foreach (var problem in Unknown("The break-glass declaration", "account", emergency.Accounts, users))
        {
            yield return problem;
        }

        var entries = args.Users.Where(user => emergency.Accounts.Contains(user.Name)).Select(user => user.DistinguishedName).Distinct(StringComparer.OrdinalIgnoreCase);
        if (emergency.First == emergency.Second || entries.Count() == 1)
        {
            yield return "The two break-glass accounts are one. Declare another account; one alone is lost with its key.";
        }

        if (!args.Logs.Any(log => log.Sources.Contains(LogSource.SignIn)))
        {
            yield return "The break-glass accounts are not monitored, since no route of Logs sends sign-ins.";
        }
    }

    private static bool IsInItself(IdentityGroup group, IList<IdentityGroup> groups)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rest = new Queue<string>(group.Groups);
        while (rest.TryDequeue(out var name))
        {
            if (name == group.Name)
            {
                return true;
            }

            if (seen.Add(name))
            {
                groups.Where(nested => nested.Name == name).SelectMany(nested => nested.Groups).ToList().ForEach(rest.Enqueue);
            }
        }

        return false;
    }

    private static IEnumerable<string> Repeated(string word, IEnumerable<string> names)
        => names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => $"There are {same.Count()} {word}s named '{same.Key}'.");

    private static IEnumerable<string> Unknown(string who, string word, IEnumerable<string> named, IEnumerable<string> known)
        => named.Where(name => !known.Contains(name, StringComparer.Ordinal)).Select(name => $"{who} names the {word} '{name}', which is not declared.");

    private static string Title(RegimeScope scope) => $"{ContractNames.NameOf(scope.Regime)}{(scope.Tier is { } tier ? $" tier {tier}" : "")}";

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"\n  {line}"));
}
