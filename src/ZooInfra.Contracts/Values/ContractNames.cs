namespace ZooInfra.Contracts;

/// <summary>The names that enum values have in contract files and on the wire.</summary>
public static class ContractNames
{
    private static readonly (BillingModel Model, string Name)[] BillingModels =
    [
        (BillingModel.PerSeat, "per-seat"),
        (BillingModel.StaticMrr, "static_mrr"),
        (BillingModel.StaticMrrPlusUsage, "static_mrr_plus_usage"),
        (BillingModel.Tiered, "tiered"),
    ];

    private static readonly (Regime Regime, string Name)[] Regimes =
    [
        (Regime.Hipaa, "hipaa"),
        (Regime.PciDss, "pci_dss"),
        (Regime.Nist80053, "nist_800_53"),
        (Regime.HipaaProposed2025, "hipaa_proposed_2025"),
        (Regime.ClientPolicy, "client_policy"),
    ];

    private static readonly (WindowAccounting Accounting, string Name)[] Accountings =
    [
        (WindowAccounting.Counted, "counted"),
        (WindowAccounting.Excluded, "excluded"),
    ];

    /// <summary>The names of all billing models, in the order of the enum.</summary>
    public static IEnumerable<string> BillingModelNames => BillingModels.Select(m => m.Name);

    /// <summary>The names of all regimes, in the order of the enum.</summary>
    public static IEnumerable<string> RegimeNames => Regimes.Select(r => r.Name);

    /// <summary>The names of the two ways to account windows.</summary>
    public static IEnumerable<string> WindowAccountingNames => Accountings.Select(a => a.Name);

    /// <summary>The name of <paramref name="model"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enum.</exception>
    public static string NameOf(BillingModel model) => Find(BillingModels, m => m.Model == model, model).Name;

    /// <summary>The name of <paramref name="regime"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enum.</exception>
    public static string NameOf(Regime regime) => Find(Regimes, r => r.Regime == regime, regime).Name;

    /// <summary>What people call <paramref name="regime"/>: <c>PCI DSS</c>.</summary>
    public static string TitleOf(Regime regime) => regime switch
    {
        Regime.Hipaa => "HIPAA",
        Regime.PciDss => "PCI DSS",
        Regime.Nist80053 => "NIST 800-53",
        Regime.HipaaProposed2025 => "HIPAA (proposed 2025)",
        _ => "client policy",
    };

    /// <summary>The name of <paramref name="accounting"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is <see cref="WindowAccounting.Unstated"/> or no member.</exception>
    public static string NameOf(WindowAccounting accounting) => Find(Accountings, a => a.Accounting == accounting, accounting).Name;

    /// <summary>Finds a billing model by name; <c>-</c> and <c>_</c> are the same, case is not regarded.</summary>
    public static BillingModel? ParseBillingModel(string name) => Parse(BillingModels, m => m.Name, name)?.Model;

    /// <summary>Finds a regime by name; <c>-</c> and <c>_</c> are the same, case is not regarded.</summary>
    public static Regime? ParseRegime(string name) => Parse(Regimes, r => r.Name, name)?.Regime;

    /// <summary>Finds a way to account windows by name, case not regarded.</summary>
    public static WindowAccounting? ParseWindowAccounting(string name) => Parse(Accountings, a => a.Name, name)?.Accounting;

    private static T Find<T, TValue>(T[] table, Func<T, bool> match, TValue value)
        where T : struct
        => Array.Exists(table, row => match(row))
            ? table.First(match)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "This value has no name in a contract.");

    private static T? Parse<T>(T[] table, Func<T, string> nameOf, string name)
        where T : struct
    {
        var wanted = Normal(name);
        foreach (var row in table)
        {
            if (Normal(nameOf(row)) == wanted)
            {
                return row;
            }
        }

        return null;
    }

    private static string Normal(string name) => name.Trim().Replace('-', '_').ToLowerInvariant();
}
