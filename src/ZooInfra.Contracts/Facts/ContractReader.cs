using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace ZooInfra.Contracts;

/// <summary>Reads the facts of a client as typed values.</summary>
public static class ContractReader
{
    private static readonly Regex StackName = new(@"^[A-Za-z0-9_.-]{1,100}\z", RegexOptions.CultureInvariant);

    /// <summary>Whether <paramref name="id"/> can be a client id: a Pulumi stack name that is also one segment of a URL and of a path.</summary>
    public static bool IsClientId(string id) => StackName.IsMatch(id) && id is not ("." or "..");

    /// <summary>Reads all <paramref name="facts"/> of a client. The contract is null when anything cannot be read; then there is at least one problem.</summary>
    public static (TenantContract? Contract, EquatableArray<FactProblem> Problems) Read(TenantFacts facts)
    {
        var read = ReadPart(facts);
        return read.Contract is { } contract && VersionCheck.Of(contract) is { Count: > 0 } problems ? (null, problems) : read;
    }

    /// <summary>Reads what one place, a class or a file, says of a client: each value by itself, not whether the other place completes them.</summary>
    public static (TenantContract? Contract, EquatableArray<FactProblem> Problems) ReadPart(TenantFacts facts)
    {
        var problems = new List<FactProblem>();
        var contract = new TenantContract(
            facts.Id,
            facts.Name ?? facts.Id,
            ReadSla(facts, problems),
            ReadBilling(facts, problems),
            new(facts.PatchWindows.Select((window, index) => PatchWindowReader.Read(window, index, problems)).OfType<PatchWindow>()),
            new(facts.Regimes.Select((regime, index) => ReadRegime(regime, index, problems)).OfType<RegimeScope>()),
            new(facts.Cards.Select((card, index) => ReadCard(card, index, problems))));
        if (facts.Zone?.Trim() is { } zone)
        {
            contract = contract with { Zone = zone };
            if (!PatchWindowReader.IsZone(zone))
            {
                problems.Add(new(FactPath.Zone, "ZOO1009", $"'{zone}' is not an IANA zone name; write UTC or a name like America/New_York"));
            }
        }

        contract = ItemLists.Read(
            contract with
            {
                Effective = ReadDay(facts.Effective, FactPath.Effective, problems),
                Ends = ReadDay(facts.Ends, FactPath.Ends, problems),
                SlaEffective = ReadDay(facts.SlaEffective, FactPath.SlaEffective, problems),
                BillingClause = facts.BillingClause,
                BillingEffective = ReadDay(facts.BillingEffective, FactPath.BillingEffective, problems),
            },
            facts.Items,
            problems);
        return (problems.Count == 0 ? contract : null, new(problems));
    }

    private static SlaPromise? ReadSla(TenantFacts facts, List<FactProblem> problems)
    {
        if (facts is { Availability: null, Response: null, Recovery: null, WindowAccounting: null, SlaClause: null, SlaEffective: null })
        {
            return null;
        }

        Availability? availability = null;
        if (facts.Availability is { } text)
        {
            availability = ParseAvailability(text);
            if (availability is null)
            {
                problems.Add(new(FactPath.Availability, "ZOO1009", $"Availability '{text}' is not a percentage above 0 and at most 100 with at most four decimals; write it like 99.99"));
            }
        }

        WindowAccounting accounting = WindowAccounting.Unstated;
        if (facts.WindowAccounting is { } name)
        {
            if (ContractNames.ParseWindowAccounting(name) is { } stated)
            {
                accounting = stated;
            }
            else
            {
                problems.Add(new(FactPath.WindowAccounting, "ZOO1009", $"Window accounting '{name}' is unknown; write {string.Join(" or ", ContractNames.WindowAccountingNames)}"));
            }
        }

        return new(
            availability,
            ReadDuration(facts.Response, FactPath.Response, "Response time", problems),
            ReadDuration(facts.Recovery, FactPath.Recovery, "Recovery time", problems),
            accounting,
            facts.SlaClause);
    }

    internal static Availability? ParseAvailability(string text)
        => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent)
            ? Availability.FromPercent(percent)
            : null;

    private static BillingModel? ReadBilling(TenantFacts facts, List<FactProblem> problems)
    {
        if (facts.BillingModel is not { } name)
        {
            return null;
        }

        var model = ContractNames.ParseBillingModel(name);
        if (model is null)
        {
            problems.Add(new(FactPath.BillingModel, "ZOO1009", $"Billing model '{name}' is unknown; it is one of {string.Join(", ", ContractNames.BillingModelNames)}"));
        }

        return model;
    }

    private static RegimeScope? ReadRegime(RegimeFacts facts, int index, List<FactProblem> problems)
    {
        if (facts.Tier is < 1)
        {
            problems.Add(new(FactPath.RegimeTier(index), "ZOO1009", $"Tier {facts.Tier} is not a tier; tiers start at 1"));
        }

        if (ContractNames.ParseRegime(facts.Name) is { } regime)
        {
            return new(regime, facts.Tier, facts.Clause);
        }

        problems.Add(new(FactPath.Regime(index), "ZOO1009", $"Regime '{facts.Name}' is unknown; it is one of {string.Join(", ", ContractNames.RegimeNames)}"));
        return null;
    }

    private static StoryCard ReadCard(StoryCardFacts facts, int index, List<FactProblem> problems)
    {
        PatchWindow? window = null;
        if (facts.Window is { } text && (window = PatchWindowReader.ReadLine(text, out var problem)) is null)
        {
            problems.Add(new(FactPath.CardFact(index, "window"), "ZOO1009", $"Window '{text}' of a card cannot be read: {problem}"));
        }

        LocalDate? deadline = null;
        if (facts.Deadline is { } date)
        {
            deadline = LocalDatePattern.Iso.Parse(date) is { Success: true, Value: var day } ? day : null;
            if (deadline is null)
            {
                problems.Add(new(FactPath.CardFact(index, "deadline"), "ZOO1009", $"Deadline '{date}' is not a date; write it like 2027-03-31"));
            }
        }

        return new(
            facts.Title,
            facts.Scope,
            facts.Acceptance,
            ReadDuration(facts.MaxDowntime, FactPath.CardMaxDowntime(index), "Downtime", problems),
            facts.SandboxTest,
            facts.Contract)
        {
            Window = window,
            Deadline = deadline,
            Sandbox = facts.Sandbox,
            Tests = facts.Tests,
        };
    }

    private static LocalDate? ReadDay(string? text, string path, List<FactProblem> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text.Trim()) is { Success: true, Value: var day })
        {
            return day;
        }

        problems.Add(new(path, "ZOO1009", $"'{text}' is not a date; write it like 2027-03-31"));
        return null;
    }

    internal static ContractDuration? ReadDuration(string? text, string path, string what, List<FactProblem> problems)
    {
        if (text is null)
        {
            return null;
        }

        var duration = ContractDuration.Parse(text);
        if (duration is null)
        {
            problems.Add(new(path, "ZOO1009", $"{what} '{text}' is not a duration; write it like 5m, 1h30m or PT5M"));
        }

        return duration;
    }
}
