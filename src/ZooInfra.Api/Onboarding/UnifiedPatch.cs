using System.Globalization;
using System.Text;

namespace ZooInfra.Api.Onboarding;

/// <summary>Writes whole files as a patch that <c>git apply</c> takes (the extended unified format of git).</summary>
internal static class UnifiedPatch
{
    public static string Of(IEnumerable<ChangedFile> files)
    {
        var patch = new StringBuilder();
        foreach (var file in files)
        {
            Write(patch, file);
        }

        return patch.ToString();
    }

    private static void Write(StringBuilder patch, ChangedFile file)
    {
        var lines = file.Content.Split('\n');
        var endsWithLine = lines[^1].Length == 0;
        var count = endsWithLine ? lines.Length - 1 : lines.Length;
        patch.Append(CultureInfo.InvariantCulture, $"diff --git a/{file.Path} b/{file.Path}\n{(file.IsRemoved ? "deleted" : "new")} file mode 100644\n");
        if (count == 0)
        {
            return;
        }

        var span = count == 1 ? "1" : string.Create(CultureInfo.InvariantCulture, $"1,{count}");
        patch.Append(file.IsRemoved
            ? $"--- a/{file.Path}\n+++ /dev/null\n@@ -{span} +0,0 @@\n"
            : $"--- /dev/null\n+++ b/{file.Path}\n@@ -0,0 +{span} @@\n");
        foreach (var line in lines.Take(count))
        {
            patch.Append(file.IsRemoved ? '-' : '+').Append(line).Append('\n');
        }

        if (!endsWithLine)
        {
            patch.Append("\\ No newline at end of file\n");
        }
    }
}
