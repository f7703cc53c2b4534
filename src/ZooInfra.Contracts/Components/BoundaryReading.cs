using ZooInfra.Contracts.Identity;

namespace ZooInfra.Contracts.Components;

/// <summary>
/// Reads what an identity boundary declares. What is not known is taken for the best it can be and its part is noted as open: what is missing even so is
/// missing for certain, and what is not missing in a part that is not open is there.
/// </summary>
internal sealed class BoundaryReading
{
    private const string Somebody = "somebody";

    /// <summary>Begins the names of accounts whose names are not known. No account can be called so.</summary>
    private const string Unnamed = "?";

    private const int ShortLock = 60;

    private readonly BoundaryFacts _boundary;

    private BoundaryReading(BoundaryFacts boundary) => _boundary = boundary;

    /// <summary>The parts that are not known to the end.</summary>
    public IdentityParts Open { get; private set; }

    /// <summary>What is declared, at best. Items stand as in the program, then what may be there besides.</summary>
    public IdentityFacts Facts { get; private set; } = new();

    /// <summary>Reads a boundary.</summary>
    public static BoundaryReading Of(BoundaryFacts boundary)
    {
        var reading = new BoundaryReading(boundary);
        reading.Facts = reading.Read();
        return reading;
    }

    private IdentityFacts Read()
    {
        var users = Items(IdentityParts.Users, _boundary.Users, User, new UserAccount("?", "?", Somebody), onlyWhenNone: true);
        var emergency = Emergency();
        var mfa = Items(IdentityParts.Mfa, _boundary.Mfa, Rule, new MfaRule("?"));
        if ((Open & IdentityParts.Emergency) != 0 && mfa.Count > 0)
        {
            // Whoever has no second factor may be a break-glass account.
            mfa.Add(new(Unnamed));
        }

        var unnamed = users.Select(user => user.Name).Where(name => name.StartsWith(Unnamed, StringComparison.Ordinal)).ToList();
        if (unnamed.Count > 0 && mfa.Count > 0)
        {
            mfa.Add(new(Unnamed) { Groups = new([Unnamed]) });
        }

        return new()
        {
            Users = new(users),
            Groups = new(Groups([.. users.Select(user => user.Name)], mfa).Append(new(Unnamed, new(unnamed)))),
            Passwords = new(Items(IdentityParts.Passwords, _boundary.Passwords, Password, new PasswordRules("?"), onlyWhenNone: true)),
            Mfa = new(mfa),
            GroupPolicies = new(Items(IdentityParts.GroupPolicies, _boundary.GroupPolicies, Policy, new GroupPolicyRules("?") { Settings = new([PolicySetting.InactivityLock(ShortLock)]) })),
            Logs = new(Items(IdentityParts.Logs, _boundary.Logs, Log, new LogRoute("?", "?") { RetentionDays = int.MaxValue, SignInAlertsTo = Somebody })),
            Emergency = emergency,
        };
    }

    private List<T> Items<T>(IdentityParts part, NodeList list, Func<FactNode, int, T> read, T best, bool onlyWhenNone = false)
    {
        List<T> items = [.. list.Items.Select(read)];
        if (!list.IsComplete)
        {
            Open |= part;
            if (!onlyWhenNone || items.Count == 0)
            {
                items.Add(best);
            }
        }

        return items;
    }

    private UserAccount User(FactNode node, int index) => new(
        Text(IdentityParts.Users, node["Name"], $"?{index}")!,
        Text(IdentityParts.Users, node["DistinguishedName"], $"?{index}")!,
        Text(IdentityParts.Users, node["Holder"], Somebody));

    private PasswordRules Password(FactNode node, int index)
    {
        var usual = new PasswordRules(Text(IdentityParts.Passwords, node["Name"], "?")!);
        return usual with
        {
            MinimumLength = Number(IdentityParts.Passwords, node["MinimumLength"], usual.MinimumLength, int.MaxValue),
            History = Number(IdentityParts.Passwords, node["History"], usual.History, int.MaxValue),
            LockoutThreshold = Number(IdentityParts.Passwords, node["LockoutThreshold"], usual.LockoutThreshold, 1),
            LockoutMinutes = Number(IdentityParts.Passwords, node["LockoutMinutes"], usual.LockoutMinutes, 0),
        };
    }

    private MfaRule Rule(FactNode node, int index)
    {
        var usual = new MfaRule(Text(IdentityParts.Mfa, node["Name"], "?")!);
        var groups = Known(IdentityParts.Mfa, node["Groups"]);
        return usual with
        {
            Access = Word(IdentityParts.Mfa, node["Access"], usual.Access, AccessKind.All),
            Groups = groups.AreTexts ? new(groups.Texts) : default,
            ExcludedUsers = new(Known(IdentityParts.Mfa, node["ExcludedUsers"]).Texts),
            ExcludedNetworks = new(Known(IdentityParts.Mfa, node["ExcludedNetworks"]).Texts),
            Methods = Words(IdentityParts.Mfa, node["Methods"], usual.Methods),
        };
    }

    private GroupPolicyRules Policy(FactNode node, int index)
        => new(Text(IdentityParts.GroupPolicies, node["Name"], "?")!)
        {
            Settings = new(Items(IdentityParts.GroupPolicies, NodeList.Of(node["Settings"]), Setting, PolicySetting.InactivityLock(ShortLock))),
        };

    private PolicySetting Setting(FactNode node, int index)
    {
        switch (node.Maker)
        {
            case "InactivityLock":
                return PolicySetting.InactivityLock(Math.Max(1, Math.Min(599_940, Number(IdentityParts.GroupPolicies, node["seconds"], ShortLock, ShortLock))));
            case "HideLastUserName" or "String":
                return PolicySetting.HideLastUserName(true);
            case "Dword" or null when node["Scope"].Text is { } scope && node["Key"].Text is { } key && node["Value"].Text is { } value && node["Number"] is { Number: not null } or { IsAbsent: true }:
                return new(scope == nameof(PolicyScope.Computer) ? PolicyScope.Computer : PolicyScope.User, key, value, (long?)node["Number"].Number, null);
            default:
                Open |= IdentityParts.GroupPolicies;
                return PolicySetting.InactivityLock(ShortLock);
        }
    }

    private LogRoute Log(FactNode node, int index)
    {
        var usual = new LogRoute(Text(IdentityParts.Logs, node["Name"], "?")!, Text(IdentityParts.Logs, node["Host"], "?")!);
        return usual with
        {
            Protocol = Word(IdentityParts.Logs, node["Protocol"], usual.Protocol, LogProtocol.SyslogTls),
            Sources = Words(IdentityParts.Logs, node["Sources"], usual.Sources),
            RetentionDays = Number(IdentityParts.Logs, node["RetentionDays"], usual.RetentionDays, int.MaxValue),
            SignInAlertsTo = Text(IdentityParts.Logs, node["SignInAlertsTo"], Somebody),
        };
    }

    private EmergencyAccess? Emergency()
    {
        var node = _boundary.Emergency;
        return node.IsAbsent ? null : new(
            Text(IdentityParts.Emergency, node["First"], "?1") ?? "",
            Text(IdentityParts.Emergency, node["Second"], "?2") ?? "",
            Text(IdentityParts.Emergency, node["AlertsTo"], Somebody) ?? "",
            Text(IdentityParts.Emergency, node["Runbook"], "?") ?? "");
    }

    /// <summary>The groups with their members, those of nested groups, too; a group of which not all is known may have everybody.</summary>
    private List<GroupMembers> Groups(IReadOnlyList<string> everybody, List<MfaRule> mfa)
    {
        var read = new Dictionary<string, (NodeList Users, NodeList Groups)>(StringComparer.Ordinal);
        foreach (var node in _boundary.Groups.Items)
        {
            if (Text(IdentityParts.Groups, node["Name"], null) is { } name)
            {
                read[name] = (Known(IdentityParts.Groups, node["Users"]), Known(IdentityParts.Groups, node["Groups"]));
            }
        }

        if (!_boundary.Groups.IsComplete)
        {
            Open |= IdentityParts.Groups;
        }

        var mayHaveAnybody = (Open & (IdentityParts.Groups | IdentityParts.Users)) != 0;
        return
        [
            .. read.Keys.Select(name => new GroupMembers(name, new(mayHaveAnybody && !IsKnown(name, []) ? everybody : [.. MembersOf(name, []).Distinct()]))),
            .. (Open & IdentityParts.Groups) == 0 ? [] : mfa.SelectMany(rule => rule.Groups).Distinct().Where(name => !read.ContainsKey(name)).Select(name => new GroupMembers(name, new(everybody))),
        ];

        bool IsKnown(string name, HashSet<string> seen)
            => !seen.Add(name) || (read.TryGetValue(name, out var group) && group.Users.AreTexts && group.Groups.AreTexts && group.Groups.Texts.All(nested => IsKnown(nested, seen)));

        IEnumerable<string> MembersOf(string name, HashSet<string> seen)
            => seen.Add(name) && read.TryGetValue(name, out var group) ? group.Users.Texts.Concat(group.Groups.Texts.SelectMany(nested => MembersOf(nested, seen))) : [];
    }

    private NodeList Known(IdentityParts part, FactNode node)
    {
        var list = NodeList.Of(node);
        if (!list.AreTexts)
        {
            Open |= part;
        }

        return list;
    }

    private string? Text(IdentityParts part, FactNode node, string? best)
    {
        if (node.IsAbsent || node.Text is not null)
        {
            return node.Text;
        }

        Open |= part;
        return best;
    }

    private int Number(IdentityParts part, FactNode node, int usual, int best)
    {
        if (node.IsAbsent)
        {
            return usual;
        }

        if (node.Number is { } number && Math.Abs(number) <= int.MaxValue)
        {
            return (int)number;
        }

        Open |= part;
        return best;
    }

    private T Word<T>(IdentityParts part, FactNode node, T usual, T best)
        where T : struct, Enum
    {
        if (node.IsAbsent)
        {
            return usual;
        }

        if (node.Text is { } text && Enum.TryParse<T>(text, out var word))
        {
            return word;
        }

        Open |= part;
        return best;
    }

    private EquatableArray<T> Words<T>(IdentityParts part, FactNode node, EquatableArray<T> usual)
        where T : struct, Enum
    {
        if (node.IsAbsent)
        {
            return usual;
        }

        var list = NodeList.Of(node);
        List<T> words = [];
        foreach (var item in list.Items)
        {
            if (item.Text is { } text && Enum.TryParse<T>(text, out var word))
            {
                words.Add(word);
            }
        }

        if (list.IsComplete && words.Count == list.Items.Count)
        {
            return new(words);
        }

        Open |= part;
        return new(words.Union((T[])Enum.GetValues(typeof(T))));
    }
}
