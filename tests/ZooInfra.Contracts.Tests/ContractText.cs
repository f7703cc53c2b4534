using System.Globalization;
using System.Text;
using CsCheck;

namespace ZooInfra.Contracts.Tests;

/// <summary>Makes facts of any shape, and contract files that say them.</summary>
internal static class ContractText
{
    private static readonly Gen<string> Words = Gen.Char["abzAZ09 _-.:#,[]{}\"'\\%&*!|>é–\U0001F40E?@`~"].Array[1, 12].Select(chars => new string(chars))
        .Where(text => !text.Any(char.IsSurrogate));

    private static readonly Gen<string?> Maybe = Gen.OneOf(Words.Select(word => (string?)word), Gen.Const((string?)null));

    private static readonly Gen<PatchWindowFacts> Windows =
        from days in Words.Array[1, 3]
        from hours in Words
        from zone in Maybe
        from downtime in Maybe
        select new PatchWindowFacts(new(days), hours, zone, downtime);

    private static readonly Gen<RegimeFacts> Regimes =
        from name in Words
        from tier in Gen.Int[-3, 9]
        from clause in Maybe
        select new RegimeFacts(name, tier == 0 ? null : tier, clause);

    private static readonly Gen<StoryCardFacts> Cards =
        from title in Words
        from scope in Words.Array[0, 2]
        from acceptance in Words.Array[0, 2]
        from downtime in Maybe
        from sandbox in Gen.Bool
        from contract in Maybe
        select new StoryCardFacts(title, new(scope), new(acceptance), downtime, sandbox, contract);

    public static Gen<TenantFacts> Facts { get; } =
        from name in Words
        from sla in Maybe.Array[5]
        from billing in Maybe
        from windows in Windows.Array[0, 3]
        from regimes in Regimes.Array[0, 2]
        from cards in Cards.Array[0, 2].Where(cards => cards.Select(card => card.Title.Trim()).Distinct().Count() == cards.Length)
        select new TenantFacts
        {
            Id = "a",
            Name = name,
            Availability = sla[0],
            Response = sla[1],
            Recovery = sla[2],
            WindowAccounting = sla[3],
            SlaClause = sla[4],
            BillingModel = billing,
            PatchWindows = new(windows),
            Regimes = new(regimes),
            Cards = new(cards),
        };

    public static string Write(TenantFacts facts)
    {
        var text = new StringBuilder();
        Key(text, "", "client", facts.Name);
        if (facts is not { Availability: null, Response: null, Recovery: null, WindowAccounting: null, SlaClause: null })
        {
            text.Append("sla:\n");
            Key(text, "  ", "availability", facts.Availability);
            Key(text, "  ", "response", facts.Response);
            Key(text, "  ", "recovery", facts.Recovery);
            Key(text, "  ", "patch_windows", facts.WindowAccounting);
            Key(text, "  ", "clause", facts.SlaClause);
        }

        Key(text, "", "billing_model", facts.BillingModel);
        List(text, "patch_window", facts.PatchWindows, window =>
        {
            Texts(text, "  - ", "days", window.Days);
            Texts(text, "    ", "hours", new([window.Hours]));
            Key(text, "    ", "zone", window.Zone);
            Key(text, "    ", "max_downtime", window.MaxDowntime);
        });
        List(text, "regimes", facts.Regimes, regime =>
        {
            Key(text, "  - ", "name", regime.Name);
            Key(text, "    ", "tier", regime.Tier?.ToString(CultureInfo.InvariantCulture));
            Key(text, "    ", "clause", regime.Clause);
        });
        List(text, "cards", facts.Cards, card =>
        {
            Key(text, "  - ", "title", card.Title);
            Texts(text, "    ", "scope", card.Scope);
            Texts(text, "    ", "acceptance", card.Acceptance);
            Key(text, "    ", "max_downtime", card.MaxDowntime);
            Key(text, "    ", "sandbox_test", card.SandboxTest ? "true" : null);
            Key(text, "    ", "contract", card.Contract);
        });
        return text.ToString();
    }

    private static void Key(StringBuilder text, string indent, string key, string? value)
    {
        if (value is not null)
        {
            text.Append(indent).Append(key).Append(": ").Append(Quoted(value)).Append('\n');
        }
    }

    private static void Texts(StringBuilder text, string indent, string key, EquatableArray<string> values)
    {
        if (values.Count > 0)
        {
            text.Append(indent).Append(key).Append(": [").AppendJoin(", ", values.Select(Quoted)).Append("]\n");
        }
    }

    private static void List<T>(StringBuilder text, string key, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count > 0)
        {
            text.Append(key).Append(":\n");
            foreach (var item in items)
            {
                write(item);
            }
        }
    }

    private static string Quoted(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";
}
