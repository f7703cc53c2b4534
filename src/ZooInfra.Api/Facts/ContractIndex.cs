using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Facts;

/// <summary>The lists by which a person or a program finds its way: the clients of a platform, the facts of a client.</summary>
internal static class ContractIndex
{
    /// <summary>The clients whose contracts hold on <paramref name="day"/>; all when no day is given.</summary>
    public static DayAnswer Of(IEnumerable<Client> clients, LocalDate? day)
    {
        var listed = clients.Where(client => day is null || ContractVersions.Covers(client.Contract, day.Value)).ToList();
        return DayAnswer.Of((
            string.Join('\n', listed.Select(client => $"{client.Id}\t{OneLine(client.Contract.Name)}\t{Link(client)}")),
            AnswerValue.Record(("clients", AnswerValue.List(listed, client => Json(client, ("href", AnswerValue.Of(Link(client))))))).ToJson()));
    }

    /// <summary>The facts of a client by their names.</summary>
    public static DayAnswer Of(Client client, IEnumerable<string> names)
    {
        var links = names.Select(name => (Name: name, Href: $"{Link(client)}/{name}")).ToList();
        return DayAnswer.Of((
            string.Join('\n', links.Select(link => $"{link.Name}\t{link.Href}")),
            Json(client, ("endpoints", AnswerValue.List(links, link => AnswerValue.Record(("name", AnswerValue.Of(link.Name)), ("href", AnswerValue.Of(link.Href)))))).ToJson())) with
        {
            Since = client.Contract.Effective,
        };
    }

    private static string Link(Client client) => $"/client/{client.Id}";

    private static AnswerValue Json(Client client, (string Name, AnswerValue Value) last) => AnswerValue.Record(
        ("id", AnswerValue.Of(client.Id)),
        ("name", AnswerValue.Of(client.Contract.Name)),
        ("effective", AnswerValue.Of(client.Contract.Effective)),
        ("ends", AnswerValue.Of(client.Contract.Ends)),
        last);

    /// <summary>Names are free text; a tab or line feed in one must not make another column or line.</summary>
    private static string OneLine(string name) => string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c));
}
