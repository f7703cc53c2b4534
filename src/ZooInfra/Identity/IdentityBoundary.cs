using ZooInfra.Contracts.Identity;
using Pulumi;

namespace ZooInfra.Identity;

/// <summary>
/// Who may come in, and how: units, groups, password, group and MFA policies, federations, log routes and break-glass accounts as one thing, judged
/// by the regimes of the client's contract before anything is made.
/// </summary>
public sealed class IdentityBoundary : ComponentResource
{
    private readonly string _name;
    private readonly Dictionary<string, OrganizationalUnit> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);

    /// <summary>Makes a boundary.</summary>
    /// <param name="name">The name of the component; children are named after it.</param>
    /// <param name="args">What it is made of.</param>
    /// <param name="options">Options of the component; its children inherit what children inherit.</param>
    /// <exception cref="RunException">Its parts do not fit together, or something that the contract demands is absent; the message names all of it.</exception>
    public IdentityBoundary(string name, IdentityBoundaryArgs args, ComponentResourceOptions? options = null)
        : base("zoo:identity:IdentityBoundary", name, args, options)
    {
        BoundaryCheck.Require(name, args);
        _name = name;
        Facts = args.Facts();
        foreach (var (unit, path, parent) in BoundaryUnits.All(args.Units))
        {
            _units[path] = new OrganizationalUnit($"{name}/unit/{path}", new OrganizationalUnitArgs
            {
                Parent = parent is null ? args.BaseDn : _units[parent].Dn,
                Name = unit.Name,
                Description = Optional(unit.Description),
            }, Child());
        }

        foreach (var group in args.Groups)
        {
            Make(group, args);
        }

        MakePolicies(args);
        MakeDocuments(args);
        BaseDn = Output.Create(args.BaseDn);
        RegisterOutputs(new Dictionary<string, object?> { ["baseDn"] = BaseDn });
    }

    /// <summary>The entry that everything is below.</summary>
    [Output("baseDn")]
    public Output<string> BaseDn { get; private set; }

    /// <summary>What was declared, as a regime looks at it; it answers who can sign in without a second factor.</summary>
    public IdentityFacts Facts { get; }

    /// <summary>The units by path, such as <c>Org X/Staff</c>.</summary>
    public IReadOnlyDictionary<string, OrganizationalUnit> Units => _units;

    /// <summary>The groups by name.</summary>
    public IReadOnlyDictionary<string, Group> Groups => _groups;

    private CustomResourceOptions Child() => new() { Parent = this };

    // Groups in a group are made first, so that the directory knows them when they become members.
    private Group Make(IdentityGroup group, IdentityBoundaryArgs args)
    {
        if (_groups.TryGetValue(group.Name, out var made))
        {
            return made;
        }

        var nested = group.Groups.Select(name => (Input<string>)Make(args.Groups.First(other => other.Name == name), args).Dn);
        return _groups[group.Name] = new Group($"{_name}/group/{group.Name}", new GroupArgs
        {
            Parent = _units[group.Unit].Dn,
            Name = group.Name,
            Members = { Entries(args, group.Users).Concat(nested).ToArray() },
            Description = Optional(group.Description),
        }, Child());
    }

    private void MakePolicies(IdentityBoundaryArgs args)
    {
        foreach (var rules in args.Passwords)
        {
            _ = new PasswordPolicy($"{_name}/password/{rules.Name}", new PasswordPolicyArgs
            {
                Base = args.BaseDn,
                Name = rules.Name,
                MinimumLength = rules.MinimumLength,
                Complexity = rules.Complexity,
                History = rules.History,
                MaximumAgeDays = rules.MaximumAgeDays,
                MinimumAgeDays = rules.MinimumAgeDays,
                LockoutThreshold = rules.LockoutThreshold,
                LockoutMinutes = rules.LockoutMinutes,
                ObservationMinutes = rules.ObservationMinutes,
                AppliesTo = { GroupEntries(rules.Groups) },
            }, Child());
        }

        foreach (var policy in args.GroupPolicies)
        {
            _ = new GroupPolicy($"{_name}/group-policy/{policy.Name}", new GroupPolicyArgs
            {
                Name = policy.Name,
                Units = { policy.Units.Count == 0 ? [args.BaseDn] : policy.Units.Select(path => (Input<string>)_units[path].Dn).ToArray() },
                Enforced = policy.Enforced,
                Settings = { policy.Settings.Select(Setting).ToArray() },
            }, Child());
        }

        foreach (var rule in args.Mfa)
        {
            var emergency = args.Emergency?.Accounts ?? default;
            _ = new MfaPolicy($"{_name}/mfa/{rule.Name}", new MfaPolicyArgs
            {
                Name = rule.Name,
                Access = { BoundaryWords.Of(rule.Access).Select(word => (Input<string>)word).ToArray() },
                Groups = { GroupEntries(rule.Groups) },
                ExcludedAccounts = { Entries(args, rule.ExcludedUsers.Union(emergency)).ToArray() },
                ExcludedNetworks = { rule.ExcludedNetworks.Select(network => (Input<string>)network).ToArray() },
                Methods = { rule.Methods.Select(method => (Input<string>)BoundaryWords.Of(method)).ToArray() },
                SessionHours = rule.SessionHours,
            }, Child());
        }
    }

    private void MakeDocuments(IdentityBoundaryArgs args)
    {
        foreach (var federation in args.Federations)
        {
            _ = new Federation($"{_name}/federation/{federation.Name}", new FederationArgs
            {
                Name = federation.Name,
                Protocol = BoundaryWords.Of(federation.Protocol),
                Issuer = federation.Issuer,
                Application = federation.Application,
                Endpoints = { federation.Endpoints.ToArray() },
                SigningCertificates = { federation.SigningCertificates.ToArray() },
                Groups = { GroupEntries(federation.Groups) },
                Claims = { federation.Claims.Select(claim => (Input<ClaimArgs>)new ClaimArgs { Name = claim.Name, Attribute = claim.Attribute }).ToArray() },
                SessionHours = federation.SessionHours,
            }, Child());
        }

        foreach (var log in args.Logs)
        {
            _ = new LogForwarding($"{_name}/logs/{log.Name}", new LogForwardingArgs
            {
                Name = log.Name,
                Host = log.Host,
                Port = log.Port,
                Protocol = BoundaryWords.Of(log.Protocol),
                Sources = { log.Sources.Select(source => (Input<string>)BoundaryWords.Of(source)).ToArray() },
                RetentionDays = log.RetentionDays,
                SignInAlertsTo = Optional(log.SignInAlertsTo),
            }, Child());
        }

        if (args.Emergency is { } emergency)
        {
            _ = new BreakGlass($"{_name}/break-glass", new BreakGlassArgs
            {
                Name = _name,
                Accounts = { Entries(args, emergency.Accounts).ToArray() },
                AlertsTo = emergency.AlertsTo,
                Runbook = emergency.Runbook,
            }, Child());
        }
    }

    private Input<string>[] GroupEntries(IEnumerable<string> names) => [.. names.Select(name => (Input<string>)_groups[name].Dn)];

    private static IEnumerable<Input<string>> Entries(IdentityBoundaryArgs args, IEnumerable<string> users)
        => users.Select(name => (Input<string>)args.Users.First(user => user.Name == name).DistinguishedName);

    private static Input<PolicySettingArgs> Setting(PolicySetting setting) => new PolicySettingArgs
    {
        Scope = BoundaryWords.Of(setting.Scope),
        Key = setting.Key,
        Value = setting.Value,
        Number = setting.Number is { } number ? (Input<double>)number : null,
        Text = Optional(setting.Text),
    };

    private static Input<string>? Optional(string? text) => text is null ? null : (Input<string>)text;
}
