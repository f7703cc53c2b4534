using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary>
/// Names one fact of a client, the same way for a class and for a contract file, so that a finding can be shown where the fact was written.
/// The names are those of the contract file. Items of lists (<see cref="FactLists"/>) are counted where they are written.
/// </summary>
public static class FactPath
{
    /// <summary>The client itself.</summary>
    public const string Client = "client";

    /// <summary>The client's name for people: the value of <c>client:</c> in a file, <c>Name</c> on a class.</summary>
    public const string Name = "client.name";

    /// <summary>The zone in which the client lives.</summary>
    public const string Zone = "zone";

    /// <summary>The first day of the contract.</summary>
    public const string Effective = "effective";

    /// <summary>The last day of the contract.</summary>
    public const string Ends = "ends";

    /// <summary>The availability.</summary>
    public const string Availability = "sla.availability";

    /// <summary>The time to first response.</summary>
    public const string Response = "sla.response";

    /// <summary>The time to recovery.</summary>
    public const string Recovery = "sla.recovery";

    /// <summary>Whether windows count.</summary>
    public const string WindowAccounting = "sla.patch_windows";

    /// <summary>The clause of the availability promise.</summary>
    public const string SlaClause = "sla.clause";

    /// <summary>The first day of the availability promise.</summary>
    public const string SlaEffective = "sla.effective";

    /// <summary>The billing model.</summary>
    public const string BillingModel = "billing_model";

    /// <summary>The clause of the billing model.</summary>
    public const string BillingClause = "billing_clause";

    /// <summary>The first day of the billing model.</summary>
    public const string BillingEffective = "billing_effective";

    /// <summary>All patch windows together.</summary>
    public const string PatchWindows = "patch_window";

    /// <summary>All regimes together.</summary>
    public const string Regimes = "regimes";

    /// <summary>All story cards together.</summary>
    public const string Cards = "cards";

    /// <summary>The days of window <paramref name="index"/>, from 0.</summary>
    public static string WindowDays(int index) => Indexed("patch_window", index, "days");

    /// <summary>The hours of window <paramref name="index"/>, from 0.</summary>
    public static string WindowHours(int index) => Indexed("patch_window", index, "hours");

    /// <summary>The zone of window <paramref name="index"/>, from 0.</summary>
    public static string WindowZone(int index) => Indexed("patch_window", index, "zone");

    /// <summary>The most downtime of window <paramref name="index"/>, from 0.</summary>
    public static string WindowMaxDowntime(int index) => Indexed("patch_window", index, "max_downtime");

    /// <summary>The regime at <paramref name="index"/>, from 0.</summary>
    public static string Regime(int index) => Indexed("regimes", index, "name");

    /// <summary>The tier of the regime at <paramref name="index"/>, from 0.</summary>
    public static string RegimeTier(int index) => Indexed("regimes", index, "tier");

    /// <summary>The clause of the regime at <paramref name="index"/>, from 0.</summary>
    public static string RegimeClause(int index) => Indexed("regimes", index, "clause");

    /// <summary>The card at <paramref name="index"/>, from 0.</summary>
    public static string Card(int index) => Indexed("cards", index, "title");

    /// <summary>The most downtime of the card at <paramref name="index"/>, from 0.</summary>
    public static string CardMaxDowntime(int index) => Indexed("cards", index, "max_downtime");

    /// <summary>A fact of the card at <paramref name="index"/>, from 0, by its key in a file.</summary>
    public static string CardFact(int index, string key) => Indexed("cards", index, key);

    /// <summary>Starts the paths of items that are written in a contract file: their indexes count in the file.</summary>
    public const string FileMark = "file:";

    private static string Indexed(string list, int index, string key)
        => string.Format(CultureInfo.InvariantCulture, "{0}[{1}].{2}", list, index, key);
}
