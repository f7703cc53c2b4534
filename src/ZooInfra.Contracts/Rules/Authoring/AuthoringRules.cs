namespace ZooInfra.Contracts;

/// <summary>The rules on how clients, their bills and contract files are written.</summary>
public static class AuthoringRules
{
    /// <summary>ZOO9010: a contract file is not the YAML that contracts are written in.</summary>
    public static Rule UnreadableFile { get; } = Error("ZOO9010", "Contract file cannot be read", "{0}",
        Control.Nist("SI-10"));

    /// <summary>ZOO9011: a contract file has a key that no contract has.</summary>
    public static Rule UnknownKey { get; } = Error("ZOO9011", "Contract file has an unknown key", "{0}",
        Control.Nist("SI-10"));

    /// <summary>ZOO9012: a client's id cannot be the name of a stack.</summary>
    public static Rule InvalidId { get; } = Error(
        "ZOO9012",
        "Client id is no stack name",
        "'{0}' cannot be a client id: it names a stack, a path and a URL, so use 1 to 100 of A-Z a-z 0-9 _ . - and not only . or ..",
        Control.Nist("SA-11(1)"));

    /// <summary>ZOO9013: two clients have one id.</summary>
    public static Rule DuplicateId { get; } = Error(
        "ZOO9013",
        "Two clients have one id",
        "Client id '{0}' is already that of {1}; give each client an id of its own (ids become file names, so case does not tell them apart)",
        Control.Nist("CM-8"));

    /// <summary>ZOO9014: a class and its contract file say different things.</summary>
    public static Rule Disagreement { get; } = Error(
        "ZOO9014",
        "Class and contract file disagree",
        "{0} says {1} is '{2}', but the signed contract file {3} says '{4}'; make the class say the same or leave it out",
        Control.Nist("CM-6"));

    /// <summary>ZOO9015: a contract file has no client class.</summary>
    public static Rule FileWithoutClass { get; } = Error(
        "ZOO9015",
        "Contract file has no client class",
        "No class has [Tenant(\"{0}\")], so nothing keeps this contract; write the class or rename the file to the id of its client",
        Control.Nist("CM-8"));

    /// <summary>ZOO9016: a client class has a form that no stack can be made of.</summary>
    public static Rule ClientClassForm { get; } = Error(
        "ZOO9016",
        "Client class has the wrong form",
        "Client class {0} {1}; write it as a top-level public sealed partial class {0} : TenantStack",
        Control.Nist("SA-11(1)"));

    /// <summary>ZOO9017: a member is marked to be served and cannot be.</summary>
    public static Rule UnservedEndpoint { get; } = Error("ZOO9017", "Contract endpoint cannot be served", "{0} {1}", Control.Nist("SA-11(1)"));

    internal static RuleChapter Chapter { get; } = new(
    [
        CreditTable.Rule,
        UsageWithoutMeter.Rule,
        UnreadableFile,
        UnknownKey,
        InvalidId,
        DuplicateId,
        Disagreement,
        FileWithoutClass,
        ClientClassForm,
        UnservedEndpoint,
    ])
    {
        Checks =
        [
            RuleCheck.OfContract(CreditTable.Rule, CreditTable.Check),
            RuleCheck.OfContract(UsageWithoutMeter.Rule, UsageWithoutMeter.Check),
        ],
    };

    private static Rule Error(string id, string title, string format, params Control[] controls)
        => new(id, title, format, RuleSeverity.Error, RuleFamily.Authoring, new(controls)) { IsWaivable = false };
}
