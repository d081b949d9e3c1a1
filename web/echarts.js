// The part of ECharts that our charts need, as one module (script/lib/web.sh bundles it to dist/echarts.js).
// The page imports it when the first chart comes into view, never before. SVG, because it prints sharp and its text can
// be read and tested. The Chinese words (locale "ZH") are part of the core: nothing to register.
import { init, use } from "echarts/core";
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, DatasetComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

use([
  BarChart, LineChart,
  AriaComponent, DatasetComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent,
  LabelLayout, SVGRenderer,
]);

export { init };
