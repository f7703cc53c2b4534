using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary>Merges a contract file with its class, comparing values and not spellings.</summary>
internal sealed class FactMerger
{
    private readonly List<FactConflict> _conflicts = [];

    public static FactMerge Merge(TenantFacts file, TenantFacts onClass)
    {
        var merger = new FactMerger();
        if (file.Id != onClass.Id)
        {
            merger.Conflict(FactPath.Client, file.Id, onClass.Id);
        }

        var facts = file with
        {
            Name = merger.Pick(FactPath.Name, file.Name, onClass.Name, name => name.Trim()),
            Zone = merger.Pick(FactPath.Zone, file.Zone, onClass.Zone, zone => zone.Trim()),
            Effective = merger.Pick(FactPath.Effective, file.Effective, onClass.Effective, date => date.Trim()),
            Ends = merger.Pick(FactPath.Ends, file.Ends, onClass.Ends, date => date.Trim()),
            Availability = merger.Pick(FactPath.Availability, file.Availability, onClass.Availability, text => ContractReader.ParseAvailability(text)?.ToString()),
            Response = merger.Pick(FactPath.Response, file.Response, onClass.Response, Duration),
            Recovery = merger.Pick(FactPath.Recovery, file.Recovery, onClass.Recovery, Duration),
            WindowAccounting = merger.Pick(FactPath.WindowAccounting, file.WindowAccounting, onClass.WindowAccounting, name => ContractNames.ParseWindowAccounting(name)?.ToString()),
            SlaClause = merger.Pick(FactPath.SlaClause, file.SlaClause, onClass.SlaClause, clause => clause.Trim()),
            SlaEffective = merger.Pick(FactPath.SlaEffective, file.SlaEffective, onClass.SlaEffective, date => date.Trim()),
            BillingModel = merger.Pick(FactPath.BillingModel, file.BillingModel, onClass.BillingModel, name => ContractNames.ParseBillingModel(name)?.ToString()),
            BillingClause = merger.Pick(FactPath.BillingClause, file.BillingClause, onClass.BillingClause, clause => clause.Trim()),
            BillingEffective = merger.Pick(FactPath.BillingEffective, file.BillingEffective, onClass.BillingEffective, date => date.Trim()),
            PatchWindows = merger.Windows(file.PatchWindows, onClass.PatchWindows),
            Regimes = merger.Regimes(file.Regimes, onClass.Regimes),
            Cards = merger.Cards(file.Cards, onClass.Cards),
            Items = ItemMerger.Merge(file.Items, onClass.Items, (path, classPath, inFile, text) => merger.Conflict(path, inFile, text, classPath)),
        };
        return new(facts, new(merger._conflicts));
    }

    private static string? Duration(string text) => ContractDuration.Parse(text)?.ToString();

    private string? Pick(string path, string? inFile, string? onClass, Func<string, string?> valueOf, string? classPath = null)
    {
        if (inFile is not null && onClass is not null && valueOf(inFile) is { } fileValue && valueOf(onClass) is { } classValue && fileValue != classValue)
        {
            Conflict(path, inFile, onClass, classPath);
        }

        return inFile ?? onClass;
    }

    /// <summary>Windows say the same when they cover the same spans of the same weekdays, however they are grouped.</summary>
    private EquatableArray<PatchWindowFacts> Windows(EquatableArray<PatchWindowFacts> inFile, EquatableArray<PatchWindowFacts> onClass)
    {
        if (inFile.Count == 0 || onClass.Count == 0)
        {
            return inFile.Count == 0 ? onClass : inFile;
        }

        var limitedInFile = inFile.Any(window => window.MaxDowntime is not null);
        var limitedOnClass = onClass.Any(window => window.MaxDowntime is not null);
        if (Spans(inFile, limitedInFile && limitedOnClass) is { } fileSpans
            && Spans(onClass, limitedInFile && limitedOnClass) is { } classSpans
            && !fileSpans.SetEquals(classSpans))
        {
            Conflict(FactPath.PatchWindows, Text(inFile), Text(onClass));
            return inFile;
        }

        return limitedOnClass && !limitedInFile ? onClass : inFile;
    }

    private static HashSet<string>? Spans(EquatableArray<PatchWindowFacts> facts, bool withDowntime)
    {
        var problems = new List<FactProblem>();
        var windows = facts.Select((window, index) => PatchWindowReader.Read(window, index, problems)).ToArray();
        return problems.Count > 0
            ? null
            : [.. windows.OfType<PatchWindow>().SelectMany(window => window.Days.Select(day =>
                window with { Days = new([day]), MaxDowntime = null } + (withDowntime ? " " + window.MaxDowntime : "")))];
    }

    private static string Text(EquatableArray<PatchWindowFacts> windows) => string.Join("; ", windows.Select(window =>
        string.Join(", ", window.Days.Select(day => day.Trim())) + " " + window.Hours
        + (window.Zone is null ? "" : " " + window.Zone)
        + (window.MaxDowntime is null ? "" : ", at most " + window.MaxDowntime)));

    private EquatableArray<RegimeFacts> Regimes(EquatableArray<RegimeFacts> inFile, EquatableArray<RegimeFacts> onClass)
    {
        if (inFile.Count == 0 || onClass.Count == 0)
        {
            return inFile.Count == 0 ? onClass : inFile;
        }

        var (fileRegimes, classRegimes) = (inFile.Select(r => ContractNames.ParseRegime(r.Name)).ToArray(), onClass.Select(r => ContractNames.ParseRegime(r.Name)).ToArray());
        if (fileRegimes.Contains(null) || classRegimes.Contains(null))
        {
            return inFile;
        }

        if (!new HashSet<Regime?>(fileRegimes).SetEquals(classRegimes))
        {
            Conflict(FactPath.Regimes, string.Join(", ", inFile.Select(r => r.Name)), string.Join(", ", onClass.Select(r => r.Name)));
            return inFile;
        }

        return new(inFile.Select((regime, index) =>
        {
            var twin = Array.IndexOf(classRegimes, fileRegimes[index]);
            var other = onClass[twin];
            if (regime.Tier is { } tier && other.Tier is { } otherTier && tier != otherTier)
            {
                Conflict(FactPath.RegimeTier(index), tier.ToString(CultureInfo.InvariantCulture), otherTier.ToString(CultureInfo.InvariantCulture), FactPath.RegimeTier(twin));
            }

            return regime with
            {
                Tier = regime.Tier ?? other.Tier,
                Clause = Pick(FactPath.RegimeClause(index), regime.Clause, other.Clause, clause => clause.Trim(), FactPath.RegimeClause(twin)),
            };
        }));
    }

    /// <summary>Cards are agreed one by one, so the client has those of both; one title is one card.</summary>
    private EquatableArray<StoryCardFacts> Cards(EquatableArray<StoryCardFacts> inFile, EquatableArray<StoryCardFacts> onClass)
    {
        var titles = onClass.Select(card => card.Title.Trim()).ToArray();
        var merged = inFile.Select((card, index) => Array.IndexOf(titles, card.Title.Trim()) is >= 0 and var twin
            ? Card(card, index, onClass[twin], twin)
            : card).ToList();
        var known = new HashSet<string>(inFile.Select(card => card.Title.Trim()));
        return new(merged.Concat(onClass.Where(card => !known.Contains(card.Title.Trim()))));
    }

    private StoryCardFacts Card(StoryCardFacts inFile, int index, StoryCardFacts onClass, int twin) => inFile with
    {
        Scope = Texts(index, inFile.Scope, onClass.Scope, twin),
        Acceptance = Texts(index, inFile.Acceptance, onClass.Acceptance, twin),
        MaxDowntime = Pick(FactPath.CardMaxDowntime(index), inFile.MaxDowntime, onClass.MaxDowntime, Duration, FactPath.CardMaxDowntime(twin)),
        SandboxTest = inFile.SandboxTest || onClass.SandboxTest,
        Window = Pick(FactPath.CardFact(index, "window"), inFile.Window, onClass.Window, window => window.Trim(), FactPath.CardFact(twin, "window")),
        Deadline = Pick(FactPath.CardFact(index, "deadline"), inFile.Deadline, onClass.Deadline, date => date.Trim(), FactPath.CardFact(twin, "deadline")),
        Sandbox = Pick(FactPath.CardFact(index, "sandbox"), inFile.Sandbox, onClass.Sandbox, sandbox => sandbox.Trim(), FactPath.CardFact(twin, "sandbox")),
        Tests = Texts(index, inFile.Tests, onClass.Tests, twin),
        Contract = Pick(FactPath.Card(index), inFile.Contract, onClass.Contract, contract => contract.Trim(), FactPath.Card(twin)),
    };

    private EquatableArray<string> Texts(int index, EquatableArray<string> inFile, EquatableArray<string> onClass, int twin)
    {
        if (inFile.Count > 0 && onClass.Count > 0 && inFile != onClass)
        {
            Conflict(FactPath.Card(index), string.Join("; ", inFile), string.Join("; ", onClass), FactPath.Card(twin));
        }

        return inFile.Count > 0 ? inFile : onClass;
    }

    private void Conflict(string path, string inFile, string onClass, string? classPath = null)
        => _conflicts.Add(new(path, classPath ?? path, inFile, onClass));
}
